import type { ConsentName, ConsentProblem, ConsentWay } from "@/domain/consent";

/** Who agreed to the publication of which contact. */
export const consents = {
  title: "Accords de publication",
  lead: "Qui a accepté que chaque contact soit publié, quand et comment. Rien de cette page n’est public.",
  published: "Contacts de la fiche",
  none: "Cette fiche n’a aucun contact.",
  unknown: "accord inconnu",
  withdraw: "L’accord est retiré",
  withdrawOf: "L’accord est retiré : {contact}",
  withdrawHint: "Le contact disparaît aussitôt de la fiche, des fichiers et de la recherche. Un administrateur peut ensuite l’effacer aussi de l’historique.",
  record: "Noter un accord",
  field: {
    contact: "Contact",
    agreedBy: "Qui a accepté",
    agreedOn: "Le",
    how: "Comment",
  } satisfies Record<ConsentName, string>,
  agreedByHint: "Sa fonction suffit : « la présidente », « le titulaire du numéro ».",
  way: {
    visit: "Pendant une visite",
    call: "Par téléphone",
    mail: "Par courrier ou message",
    document: "Par un document signé",
    meeting: "En réunion",
  } satisfies Record<ConsentWay, string>,
  problem: {
    required: "Ce champ est nécessaire.",
    too_long: "Ce texte est trop long.",
    bad_day: "Il faut un jour passé, comme 2026-11-21.",
    unknown_contact: "Ce contact n’est plus sur la fiche.",
  } satisfies Record<ConsentProblem["reason"], string>,
  agreed: "accepté par {who} le {date} ({how}), noté par {by}.",
  withdrawnBy: "Retiré par {who}, {when}.",
  ended: "Accords retirés ou remplacés",
  erase: "Effacer",
  eraseOf: "Effacer {contact}",
  wasErased: "(effacé)",
  recorded: "L’accord est noté.",
  withdrawn: "Le contact est retiré de la fiche et de tout ce qui est public.",
  erased: "Le contact et la personne sont effacés de cet accord.",
  gone: "Cet accord n’est plus là.",
  notSaved: "Le contact n’a pas pu être retiré : la fiche a un problème. Ouvrez-la, enregistrez-la, puis recommencez.",
};
export type ConsentsMessages = typeof consents;
