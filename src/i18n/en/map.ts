import type { MapMessages } from "../fr/map";

export const map: MapMessages = {
  title: "Map",
};
