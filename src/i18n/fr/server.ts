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
  tooLarge: {
    title: "Ce formulaire est trop lourd",
    lead: "Un formulaire tient en 1 Mo, un fichier de l’équipe en 10 Mo. Rien n’a été enregistré. Revenez en arrière dans votre navigateur : ce que vous avez saisi y est encore ; raccourcissez les textes et envoyez de nouveau.",
  },
  tooSlow: {
    title: "Votre envoi n’est pas arrivé en entier",
    lead: "La connexion est trop lente, ou s’est interrompue. Rien n’a été enregistré. Revenez en arrière dans votre navigateur : ce que vous avez saisi y est encore ; envoyez-le de nouveau.",
  },
  method: {
    title: "Cette demande n’est pas prévue",
    lead: "Le répertoire se lit et reçoit des formulaires ; il ne répond à aucune autre sorte de demande.",
  },
};
export type ServerMessages = typeof server;
