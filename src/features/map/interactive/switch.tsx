"use client";

import { useState, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import type { Locale } from "@/i18n/locales";
import type { InteractiveMapProps } from "./interactive-map";
import type { InteractivePlace } from "./places";
import type { InteractiveTexts } from "./texts";

type Props = {
  locale: Locale;
  texts: InteractiveTexts;
  zones: InteractivePlace[];
  /** The other filters of the view, "?…" or empty. */
  search: string;
  /** The map drawn on the server. */
  children: ReactNode;
};

type State = "simple" | "loading" | "failed" | { Map: ComponentType<InteractiveMapProps> };

const never = () => () => {};

/**
 * The drawn map, and a button that replaces it by the interactive one. The library, its style and
 * its shapes are fetched by the first click and not before; without scripts there is no button.
 */
export function MapSwitch({ locale, texts, zones, search, children }: Props) {
  const [state, setState] = useState<State>("simple");
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const open = async () => {
    setState("loading");
    try {
      const { InteractiveMap } = await import("./interactive-map");
      setState({ Map: InteractiveMap });
    } catch {
      setState("failed");
    }
  };
  const interactive = typeof state === "object";
  return (
    <>
      <div className="map-switch no-print">
        {scripted ? (
          <button className="btn btn-quiet" type="button" aria-disabled={state === "loading"} onClick={interactive ? () => setState("simple") : open}>
            {interactive ? texts.close : texts.open}
          </button>
        ) : null}
        <span role="status">{state === "loading" ? texts.loading : state === "failed" ? texts.failed : ""}</span>
      </div>
      {interactive ? <state.Map locale={locale} texts={texts} zones={zones} search={search} onFailure={() => setState("failed")} /> : children}
    </>
  );
}
