/** The pages where staff edit bodies, programmes and the other nouns. */
export const entityEditor = {
  title: "Instances, programmes et autres",
  lead: "Ce qui n’est pas une organisation : instances, programmes, événements, fiches, recommandations, constats, présences, filières.",
  edit: "Modifier ce qui est dit",
  new: "Ajouter : {noun}",
  withdraw: "Retirer :",
  add: "Ajouter une valeur",
  value: "Valeur",
  french: "En français",
  english: "La même chose en anglais",
  added: "ajouté « {value} »",
  withdrawn: "retiré « {value} »",
  conflict: "Rien n’est perdu et rien n’est encore enregistré. Relisez ce qui tient maintenant, puis enregistrez de nouveau.",
  hint: {
    zone: "Le nom ou le code d’un lieu du répertoire.",
    organisation: "Le nom, le sigle ou l’adresse d’une organisation du répertoire.",
    entity: "La fin de l’adresse de l’autre fiche, par exemple « tokten ».",
    number: "Un nombre, avec une virgule s’il le faut : 1250 ou 0,42.",
    time: "Une année ou une date : 2007, 2007-08, 2007-08-29.",
    website: "Une adresse qui commence par https://.",
  },
  done: {
    saved: "C’est enregistré. Le public voit déjà le changement si la fiche est publiée.",
    unchanged: "Rien n’a changé : rien n’a été enregistré.",
    published: "La fiche est publiée.",
    unpublished: "La fiche n’est plus publiée.",
    undone: "La modification est annulée. L’annulation figure elle aussi dans l’historique.",
    partly: "La modification est annulée, sauf pour les champs changés depuis : ils gardent leur valeur.",
    impossible: "Cette modification ne peut pas être annulée.",
  },
};
export type EntityEditorMessages = typeof entityEditor;
