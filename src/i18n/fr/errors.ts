export const errors = {
  title: "Erreur",
};
export type ErrorsMessages = typeof errors;
