import type { ReactNode } from "react";
import { asset } from "@/lib/http/asset";
import { inlineJson } from "@/lib/inline-json";
import style from "./interactive.css?raw";
import module from "./map.browser.tsx?raw";
import type { MountedMap } from "./map.browser";
import script from "./switch.browser.ts?raw";

/** The script of the page that has a button for the interactive map, and what that button fetches. */
export const mapAssets = { script: asset("js", script), module: asset("js", module), style: asset("css", style) };

export type SwitchAddresses = Record<"module" | "style", string>;

type Props = MountedMap & {
  /** The map drawn on the server. */
  children: ReactNode;
};

/** The drawn map, and what a script needs to offer the interactive one in its place; without scripts nothing else is seen. */
export function MapSwitch({ children, ...map }: Props) {
  const { module, style, script } = mapAssets;
  return (
    <>
      <div className="map-switch no-print" data-map="switch" data-module={module.address} data-style={style.address} />
      <div data-map="drawn">{children}</div>
      <div data-map="live" />
      <script type="application/json" data-map="data" dangerouslySetInnerHTML={{ __html: inlineJson(map) }} />
      <script type="module" async src={script.address} />
    </>
  );
}
