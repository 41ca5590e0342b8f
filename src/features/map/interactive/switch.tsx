"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import { stateOf } from "./address";
import { carryView } from "./carry-view";
import type { InteractiveMapProps } from "./interactive-map";

type Props = InteractiveMapProps & {
  /** The map drawn on the server. */
  children: ReactNode;
};

type State = "simple" | "loading" | "failed" | { Map: ComponentType<InteractiveMapProps> };

const never = () => () => {};

/**
 * The drawn map, and a button that replaces it by the interactive one. The library, its style and its shapes are fetched
 * by the first click, or for an address that asks for it, and not before; without scripts there is no button.
 */
export function MapSwitch({ children, ...map }: Props) {
  const { texts } = map;
  const [state, setState] = useState<State>("simple");
  const opened = useRef(false);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const open = useCallback(async () => {
    setState("loading");
    try {
      const { InteractiveMap } = await import("./interactive-map");
      setState({ Map: InteractiveMap });
    } catch {
      setState("failed");
    }
  }, []);
  const close = () => {
    // Opening was a step forward in the browser's history, unless the address itself asked for it.
    if (opened.current) history.back();
    else {
      history.replaceState(null, "", location.pathname + location.search);
      setState("simple");
    }
  };

  useEffect(() => {
    const follow = () => {
      if (stateOf(location.hash) === null) {
        opened.current = false;
        setState("simple");
      } else void open();
    };
    // The address is known to the browser alone: the page that the server sent has the drawn map.
    const first = requestAnimationFrame(() => {
      if (stateOf(location.hash)) void open();
    });
    addEventListener("hashchange", follow);
    const stopCarrying = carryView();
    return () => {
      cancelAnimationFrame(first);
      removeEventListener("hashchange", follow);
      stopCarrying();
    };
  }, [open]);

  const interactive = typeof state === "object";
  const openHere = () => {
    opened.current = true;
    void open();
  };
  return (
    <>
      <div className="map-switch no-print">
        {scripted ? (
          <button className="btn btn-quiet" type="button" aria-disabled={state === "loading"} onClick={interactive ? close : openHere}>
            {interactive ? texts.close : texts.open}
          </button>
        ) : null}
        <span role="status">{state === "loading" ? texts.loading : state === "failed" ? texts.failed : ""}</span>
      </div>
      {interactive ? <state.Map {...map} /> : children}
    </>
  );
}
