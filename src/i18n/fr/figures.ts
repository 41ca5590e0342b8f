export const figures = {
  title: "Chiffres",
};
export type FiguresMessages = typeof figures;
