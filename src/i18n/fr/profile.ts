export const profile = {
  title: "Fiche",
};
export type ProfileMessages = typeof profile;
