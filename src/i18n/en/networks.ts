import type { NetworksMessages } from "../fr/networks";

export const networks: NetworksMessages = {
  title: "Networks and platforms",
};
