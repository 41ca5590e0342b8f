// @ts-check
// What the front says itself, when the application cannot. The catalogues of src/i18n are compiled
// into the application and out of reach here.

/** @typedef {"failed" | "busy" | "tooLong" | "malformed"} Trouble */
/** @typedef {{ title: string, lead: string }} Words */

/** @type {Record<"fr" | "en", Record<Trouble, Words> & { retry: string, home: string }>} */
export const WORDS = {
  fr: {
    failed: {
      title: "La page n’a pas pu être préparée",
      lead: "Le problème vient de nous, pas de vous. Réessayez dans un instant\u00a0; l’adresse que vous avez suivie reste bonne.",
    },
    busy: {
      title: "Le répertoire ne peut pas répondre maintenant",
      lead: "Il est trop occupé, ou sa base de données ne répond pas. Rien n’est perdu\u00a0: réessayez dans quelques secondes, à la même adresse.",
    },
    tooLong: {
      title: "Cette adresse est trop longue",
      lead: "Une recherche tient en quelques mots. Raccourcissez-la, ou choisissez moins de filtres.",
    },
    malformed: {
      title: "Cette demande ne peut pas être lue",
      lead: "Elle est mal formée, ou trop longue. Repartez de l’accueil.",
    },
    retry: "Réessayer",
    home: "Aller à l’accueil",
  },
  en: {
    failed: {
      title: "The page could not be prepared",
      lead: "The fault is ours, not yours. Try again in a moment; the address you followed is still right.",
    },
    busy: {
      title: "The directory cannot answer now",
      lead: "It is too busy, or its database does not answer. Nothing is lost: try again in a few seconds, at the same address.",
    },
    tooLong: {
      title: "This address is too long",
      lead: "A search is a few words. Shorten it, or choose fewer filters.",
    },
    malformed: {
      title: "This request cannot be read",
      lead: "It is badly formed, or too long. Start again from the home page.",
    },
    retry: "Try again",
    home: "Go to the home page",
  },
};
