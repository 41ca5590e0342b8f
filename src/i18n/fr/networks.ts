export const networks = {
  title: "Réseaux et plateformes",
};
export type NetworksMessages = typeof networks;
