import type { PersonalPlace } from "@/domain/personal-data";

/** What is kept of a person, for whoever asks to know it or to be forgotten. */
export const personalData = {
  title: "Données personnelles",
  lead: "Une personne peut demander ce que le répertoire sait d’elle, et demander l’oubli. Cherchez son nom, son téléphone ou son adresse : tout ce qui est gardé apparaît, avec la page où l’effacer.",
  who: "Nom, téléphone ou adresse électronique",
  hint: "Trois signes au moins. Un numéro se cherche avec ou sans espaces, avec ou sans indicatif.",
  tooShort: "Il faut trois signes au moins.",
  find: "Chercher",
  found: "{count, plural, =0 {Rien n’est gardé sous ces mots} one {Un endroit} other {# endroits}}",
  place: {
    shown: "Dit aujourd’hui d’une organisation",
    former: "Dit autrefois d’une organisation",
    restricted: "Valeurs réservées",
    proposal: "Propositions du public",
    consent: "Accords de publication",
    file: "Noms de fichiers",
    source: "Sources",
    account: "Comptes de l’équipe",
    history: "Historique des changements",
  } satisfies Record<PersonalPlace, string>,
  remedy: {
    shown: "Retirez la valeur de la fiche, puis effacez-la dans l’historique.",
    former: "Effacez-la dans l’historique : l’événement reste, la valeur disparaît.",
    restricted: "Retirez la valeur réservée, puis effacez-la dans l’historique.",
    proposal: "Effacez la personne sur la page de la proposition.",
    consent: "Retirez l’accord, puis effacez-le.",
    file: "Supprimez le fichier ; son contenu peut nommer d’autres personnes que son nom.",
    source: "Changez le titre ou l’auteur de la source.",
    account: "Fermez le compte. Son nom reste dans l’historique de ce que la personne a fait.",
    history: "Effacez le champ dans l’historique de la fiche.",
  } satisfies Record<PersonalPlace, string>,
};
export type PersonalDataMessages = typeof personalData;
