/** What the server before the application says itself; its own failure is in `errors`. */
export const server = {
  busy: {
    title: "Le répertoire ne peut pas répondre maintenant",
    lead: "Il est trop occupé, ou sa base de données ne répond pas. Rien n’est perdu : réessayez dans quelques secondes, à la même adresse.",
  },
  tooLong: {
    title: "Cette adresse est trop longue",
    lead: "Une recherche tient en quelques mots. Raccourcissez-la, ou choisissez moins de filtres.",
  },
  foreign: {
    title: "Cette demande vient d’un autre site",
    lead: "Rien n’a été fait. Ouvrez le répertoire à son adresse habituelle, puis recommencez.",
  },
  malformed: {
    title: "Cette demande ne peut pas être lue",
    lead: "Elle est mal formée, ou trop longue. Repartez de l’accueil.",
  },
};
export type ServerMessages = typeof server;
