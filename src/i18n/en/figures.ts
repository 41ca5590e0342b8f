import type { FiguresMessages } from "../fr/figures";

export const figures: FiguresMessages = {
  title: "Figures",
};
