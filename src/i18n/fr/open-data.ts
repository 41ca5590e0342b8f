export const openData = {
  title: "Données ouvertes",
};
export type OpenDataMessages = typeof openData;
