// What is fetched when a reader asks for the interactive map.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { InteractiveMap, type InteractiveMapProps } from "./interactive-map";

/** Shows the map in an element of the page. @returns takes it away */
export function mount(element: HTMLElement, map: InteractiveMapProps): () => void {
  const root = createRoot(element);
  root.render(createElement(InteractiveMap, map));
  return () => root.unmount();
}
