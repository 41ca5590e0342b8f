"use client";

import { useEffect, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import type { Locale } from "@/i18n/locales";
import { askSuggestions, LEAST_LETTERS, savesData } from "./ask";
import { sayCount, suggestionGroups, type SuggestionGroup } from "./suggestion-groups";
import { SuggestionList } from "./suggestion-list";
import type { SuggestionTexts } from "./texts";

type Props = { locale: Locale; value?: string; maxLength: number; texts: SuggestionTexts };

/** A pause in the typing, in milliseconds: a slow line is not asked about every letter. */
const PAUSE = 150;
const LIST = "q-suggestions";
const NONE = -1;

const optionId = (index: number) => `${LIST}-${index}`;
const never = () => () => {};

/**
 * The search field. Once its scripts run it is a combobox: it suggests organisations, zones and
 * themes while the reader types. Without scripts, without an answer or with little data it stays
 * the plain field that it is.
 * Source of the keys and roles: WAI-ARIA Authoring Practices, editable combobox with list popup.
 */
export function SearchInput({ locale, value, maxLength, texts }: Props) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [typed, setTyped] = useState("");
  /** What was last found; null until the first answer and after a failure. */
  const [groups, setGroups] = useState<SuggestionGroup[] | null>(null);
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState(NONE);
  const count = groups?.reduce((sum, { suggestions }) => sum + suggestions.length, 0) ?? 0;
  const open = wanted && count > 0;

  useEffect(() => {
    if (typed.length < LEAST_LETTERS || savesData()) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      askSuggestions(locale, typed, abort.signal).then(
        (answer) => setGroups(suggestionGroups(locale, texts, answer)),
        () => {
          if (!abort.signal.aborted) setGroups(null);
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed, locale, texts]);

  useEffect(() => {
    if (open && active !== NONE) document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [open, active]);

  // On a phone, what appears under the field would lie below the screen or its keyboard.
  useEffect(() => {
    const bottom = open ? document.getElementById(LIST)!.getBoundingClientRect().bottom : 0;
    if (bottom > (window.visualViewport?.height ?? window.innerHeight)) document.getElementById("q")!.scrollIntoView({ block: "start" });
  }, [open]);

  const type = (text: string) => {
    const next = text.trim();
    setTyped(next);
    setActive(NONE);
    setWanted(true);
    if (next.length < LEAST_LETTERS) setGroups(null);
  };
  const close = () => {
    setWanted(false);
    setActive(NONE);
  };
  const press = (event: KeyboardEvent) => {
    if (count === 0 || event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      setWanted(true);
      // The field itself is one of the stops, between the last and the first.
      if (key === "ArrowDown") setActive(active + 1 < count ? active + 1 : NONE);
      else setActive(active === NONE ? count - 1 : active - 1);
    } else if (!open) return;
    else if (key === "Escape") close();
    else if (active === NONE) return;
    else if (key === "Enter") document.getElementById(optionId(active))?.click();
    else if (key === "Home") setActive(0);
    else if (key === "End") setActive(count - 1);
    else return;
    event.preventDefault();
  };

  const combobox = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": open,
    "aria-controls": LIST,
    "aria-activedescendant": open && active !== NONE ? optionId(active) : undefined,
  } as const;
  return (
    <>
      <input
        className="input"
        type="search"
        id="q"
        name="q"
        defaultValue={value}
        maxLength={maxLength}
        autoComplete="off"
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={close}
        {...(scripted ? combobox : undefined)}
      />
      {open ? <SuggestionList id={LIST} label={texts.list} locale={locale} groups={groups!} active={active} optionId={optionId} onChosen={close} /> : null}
      {scripted ? (
        <span className="sr-only" role="status">
          {wanted && groups ? sayCount(texts.found, count) : ""}
        </span>
      ) : null}
    </>
  );
}
