export const auth = {
  title: "Connexion",
};
export type AuthMessages = typeof auth;
