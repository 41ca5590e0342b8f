export const map = {
  title: "Carte",
};
export type MapMessages = typeof map;
