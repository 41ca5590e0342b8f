import type { ZonesMessages } from "../fr/zones";

export const zones: ZonesMessages = {
  title: "Zone",
};
