// The suggestions of the search field, on pages of HTML.
import type { SuggestionsAnswer } from "@/domain/published/answers";
import type { SuggestionSettings } from "./settings";

/** A place to go to; `french`: its name is, whatever the language of the page. */
type Suggestion = { href: string; name: string; note: string; french: boolean };
export type SuggestionGroup = { title: string; suggestions: Suggestion[] };

/** Below this, everything begins like the typed text. */
const LEAST_LETTERS = 2;
/** A pause in the typing, in milliseconds: a slow line is not asked about every letter. */
const PAUSE = 150;
const NONE = -1;
/** In pixels: what is left free beside the list, and what is shown of it where there is hardly any room. */
const ROOM = 12;
const LEAST_HEIGHT = 132;

/** How many, in words; "#" stands for the number, since the phone has no catalogue. */
export function sayCount(texts: { none?: string; one: string; many: string }, count: number): string {
  const text = count === 0 && texts.none ? texts.none : count === 1 ? texts.one : texts.many;
  return text.replace("#", String(count));
}

/** Suggestions by kind, in the order of the screen; a kind without any is left out. */
export function suggestionGroups({ texts, list }: SuggestionSettings, answer: SuggestionsAnswer): SuggestionGroup[] {
  const filtered = (filter: "zone" | "theme", value: string, name: string, count: number): Suggestion => ({
    href: `${list}?${filter}=${encodeURIComponent(value)}`,
    name,
    note: sayCount(texts.count, count),
    french: false,
  });
  const groups: SuggestionGroup[] = [
    {
      title: texts.organisations,
      suggestions: answer.organisations.map(({ slug, name, acronym }) => ({ href: `${list}/${slug}`, name, note: acronym ?? "", french: true })),
    },
    { title: texts.zones, suggestions: answer.zones.map(({ slug, name, count }) => filtered("zone", slug, name, count)) },
    { title: texts.entities, suggestions: answer.entities.map(({ path, name, label, french }) => ({ href: path, name, note: label, french })) },
    { title: texts.themes, suggestions: answer.themes.map(({ code, label, count }) => filtered("theme", code, label, count)) },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

/** An element with these attributes, around these; a text is never read as HTML. */
function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Each option is a link, so that it opens in a new tab, is read aloud and is followed as any other. */
function optionOf({ href, name, note, french }: Suggestion, id: string, locale: string): HTMLElement {
  const link = element("a", { class: "suggestion", role: "option", id, href, tabindex: "-1", "aria-selected": "false" });
  if (french && locale !== "fr") link.lang = "fr";
  link.append(element("span", {}, name), " ", element("span", { class: "aside" }, note));
  return link;
}

/** Scrolls a box, and nothing around it, until something in it can be seen; the first with what stands above it. */
function showIn(box: HTMLElement, shown: HTMLElement): void {
  const [around, own] = [box.getBoundingClientRect(), shown.getBoundingClientRect()];
  if (shown.matches("[id$='-0']")) box.scrollTop = 0;
  else if (own.top < around.top) box.scrollTop -= around.top - own.top;
  else if (own.bottom > around.bottom) box.scrollTop += own.bottom - around.bottom;
}

/** Whether the reader asked the browser to send as little as it can. */
const savesData = () => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Makes a search field a combobox: it suggests organisations, zones and themes while the reader
 * types. Without an answer or with little data it stays the plain field that it is.
 * Source of the keys and roles: WAI-ARIA Authoring Practices, editable combobox with list popup.
 */
function suggestIn(input: HTMLInputElement, settings: SuggestionSettings): void {
  const { texts, locale } = settings;
  const list = element("div", { class: "suggestions", role: "listbox", id: `${input.id}-suggestions`, "aria-label": texts.list, hidden: "" });
  const status = element("span", { class: "sr-only", role: "status" });
  let typed = "";
  /** What was last found; null until the first answer and after a failure. */
  let options: HTMLElement[] | null = null;
  let wanted = false;
  let active = NONE;
  let stop = () => {};

  /** Puts on the screen what has changed. */
  const show = () => {
    list.hidden = !wanted || !options?.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = wanted && options ? sayCount(texts.found, options.length) : "";
    options?.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    const chosen = list.hidden ? undefined : options?.[active];
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
    keepOnScreen();
    if (chosen) showIn(list, chosen);
  };
  /** The list lies over the page and moves nothing: it ends where the screen does, or the keyboard of a phone, and scrolls. With no room under the field it stands above. */
  const keepOnScreen = () => {
    if (list.hidden) return;
    const screen = window.visualViewport;
    const start = screen?.offsetTop ?? 0;
    const field = input.getBoundingClientRect();
    const above = field.top - start - ROOM;
    const below = start + (screen?.height ?? window.innerHeight) - field.bottom - ROOM;
    const isAbove = below < LEAST_HEIGHT && above > below;
    list.className = isAbove ? "suggestions suggestions-above" : "suggestions";
    list.style.maxHeight = `${Math.max(isAbove ? above : below, LEAST_HEIGHT)}px`;
  };
  const fill = (groups: SuggestionGroup[] | null) => {
    const made: HTMLElement[] = [];
    const shown = (groups ?? []).map(({ title, suggestions }) => {
      const first = made.length;
      made.push(...suggestions.map((suggestion, index) => optionOf(suggestion, `${list.id}-${first + index}`, locale)));
      const heading = element("div", { class: "suggestions-title", "aria-hidden": "true" }, title);
      return element("div", { role: "group", "aria-label": title }, heading, ...made.slice(first));
    });
    list.replaceChildren(...shown);
    options = groups && made;
    show();
  };
  const close = () => {
    wanted = false;
    active = NONE;
    show();
  };
  const ask = () => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `/api/v1/suggestions?q=${encodeURIComponent(typed)}`;
        const response = await fetch(address, { signal: abort.signal, headers: { "accept-language": locale } });
        fill(response.ok ? suggestionGroups(settings, (await response.json()) as SuggestionsAnswer) : null);
      } catch {
        if (!abort.signal.aborted) fill(null);
      }
    }, PAUSE);
    stop = () => {
      clearTimeout(timer);
      abort.abort();
    };
  };

  input.addEventListener("input", () => {
    const next = input.value.trim();
    active = NONE;
    wanted = true;
    if (next !== typed) {
      typed = next;
      stop();
      if (next.length < LEAST_LETTERS) fill(null);
      else if (!savesData()) ask();
    }
    show();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = options?.length ?? 0;
    if (count === 0 || event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      wanted = true;
      // The field itself is one of the stops, between the last and the first.
      if (key === "ArrowDown") active = active + 1 < count ? active + 1 : NONE;
      else active = active === NONE ? count - 1 : active - 1;
    } else if (list.hidden) return;
    else if (key === "Escape") wanted = false;
    else if (active === NONE) return;
    else if (key === "Enter") options![active]!.click();
    else if (key === "Home") active = 0;
    else if (key === "End") active = count - 1;
    else return;
    if (!wanted) active = NONE;
    event.preventDefault();
    show();
  });
  // Pressing must not take the focus out of the field: that would close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id })) input.setAttribute(name, value);
  window.visualViewport?.addEventListener("resize", keepOnScreen);
  window.addEventListener("scroll", keepOnScreen, { passive: true });
  input.after(list, status);
  show();
}

/** Tests load this file without a page. */
if (typeof document !== "undefined") {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggestions]")) {
    suggestIn(input, JSON.parse(input.dataset.suggestions!) as SuggestionSettings);
  }
}
