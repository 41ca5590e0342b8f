import type { OpenDataMessages } from "../fr/open-data";

export const openData: OpenDataMessages = {
  title: "Open data",
};
