import type { HomeMessages } from "../fr/home";

export const home: HomeMessages = {
  title: "Home",
};
