export const zones = {
  title: "Zone",
};
export type ZonesMessages = typeof zones;
