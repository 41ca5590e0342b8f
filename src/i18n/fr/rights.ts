import type { UserRole } from "@/domain/vocabularies";

/** What an account may do with an entry, and why not more. */
export const rights = {
  readOnly: "Vous lisez cette fiche sans pouvoir la modifier",
  why: {
    editor: "Votre compte modifie les fiches de ses zones ({zones}). Aucune zone de cette organisation ne s’y trouve.",
    contributor: "Votre compte propose des changements ; une personne de la rédaction les accepte.",
    reader: "Votre compte permet de lire ce qui est réservé au consortium, sans rien changer.",
  } satisfies Record<Exclude<UserRole, "admin">, string>,
  propose: "Proposer un changement",
  proposeNew: "Proposer une organisation",
  read: "Lire",
  readOne: "Lire {name}",
  restricted: "Réservé au consortium",
  values: "Ce que dit la fiche",
  zones: "Vous modifiez les fiches de : {zones}.",
};
export type RightsMessages = typeof rights;
