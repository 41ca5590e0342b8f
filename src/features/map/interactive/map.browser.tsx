// What is fetched when a reader asks for the interactive map.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { LimitLevel } from "@/domain/published/limits";
import { InteractiveMap, type InteractiveMapProps } from "./interactive-map";
import { fetchLimits } from "./limits";

/** What the page says to the map. */
export type MountedMap = Omit<InteractiveMapProps, "limits"> & {
  /** Of which levels imported limits hold today: they are fetched first. */
  imported: readonly LimitLevel[];
};

/** Shows the map in an element of the page. @returns takes it away */
export async function mount(element: HTMLElement, { imported, ...map }: MountedMap): Promise<() => void> {
  const limits = await fetchLimits(imported);
  const root = createRoot(element);
  root.render(createElement(InteractiveMap, { ...map, limits }));
  return () => root.unmount();
}
