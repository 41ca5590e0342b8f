// The button that replaces the drawn map by the interactive one. The library, its style and its shapes are fetched by the
// first click, or for an address that asks for it, and not before.
import { stateOf } from "./address";
import { carryView } from "./carry-view";
import type * as LiveMapModule from "./map.browser";
import type { SwitchAddresses } from "./switch";

type State = "simple" | "loading" | "failed" | "open";

const part = <E extends HTMLElement>(name: string) => document.querySelector<E>(`[data-map="${name}"]`)!;
const [bar, drawn, live] = [part("switch"), part("drawn"), part("live")];
const map = JSON.parse(part("data").textContent) as LiveMapModule.MountedMap;
const { module, style } = bar.dataset as SwitchAddresses;
const { texts } = map;

const button = Object.assign(document.createElement("button"), { className: "btn btn-quiet", type: "button" });
const status = document.createElement("span");
status.setAttribute("role", "status");

let state: State = "simple";
/** Whether opening was a step forward in the browser's history. */
let isStep = false;
let tries = 0;
let remove = () => {};

function show(next: State): void {
  state = next;
  button.textContent = state === "open" ? texts.close : texts.open;
  button.setAttribute("aria-disabled", String(state === "loading"));
  status.textContent = state === "loading" ? texts.loading : state === "failed" ? texts.failed : "";
  drawn.hidden = state === "open";
  if (state === "open") return;
  remove();
  remove = () => {};
}

const styled = () =>
  new Promise<void>((resolve, reject) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style, onload: () => resolve(), onerror: reject });
    document.head.append(sheet);
  });

async function open(): Promise<void> {
  if (state === "loading" || state === "open") return;
  show("loading");
  try {
    // Browsers remember a module that could not be fetched: another try has another address.
    const address = tries++ === 0 ? module : `${module}?${tries}`;
    const [{ mount }] = (await Promise.all([import(address), styled()])) as [typeof LiveMapModule, void];
    const unmount = await mount(live, map);
    // Whoever went back meanwhile does not want it any more.
    if ((state as State) !== "loading") return unmount();
    show("open");
    remove = unmount;
  } catch {
    show("failed");
  }
}

function close(): void {
  if (isStep) return history.back();
  history.replaceState(null, "", location.pathname + location.search);
  show("simple");
}

/** Opens or closes as the address says, which the browser alone knows: the page that the server sent has the drawn map. */
function follow(): void {
  if (stateOf(location.hash)) return void open();
  isStep = false;
  show("simple");
}

button.addEventListener("click", () => {
  if (state === "open") return close();
  isStep = true;
  void open();
});
addEventListener("hashchange", follow);
carryView();
bar.append(button, status);
follow();
