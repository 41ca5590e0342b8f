export const home = {
  title: "Accueil",
};
export type HomeMessages = typeof home;
