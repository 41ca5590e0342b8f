import { stateOf } from "./address";

/**
 * Takes what is seen on the map along to the same page with other filters, or in the other language: their links and forms come
 * from the server, which is not told what follows "#".
 * @returns ends it
 */
export function carryView(): () => void {
  const isMap = (address: string) => new URL(address, location.href).pathname.split("/").at(-1) === location.pathname.split("/").at(-1);
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("main a[href], a[hreflang]");
    if (link && isMap(link.href) && stateOf(location.hash) && (link.hash === "" || stateOf(link.hash))) link.hash = location.hash;
  };
  const send = ({ target }: SubmitEvent) => {
    const form = target as HTMLFormElement;
    const action = form.getAttribute("action") ?? "";
    if (isMap(action) && stateOf(location.hash)) form.setAttribute("action", action.split("#")[0] + location.hash);
  };
  document.addEventListener("click", follow, true);
  document.addEventListener("submit", send, true);
  return () => {
    document.removeEventListener("click", follow, true);
    document.removeEventListener("submit", send, true);
  };
}
