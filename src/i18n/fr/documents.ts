/** The page on which staff say where each document can be read. */
export const documents = {
  tab: "Documents",
  title: "Adresses des documents",
  lead: "L’adresse où chaque document peut être lu, par exemple celle de son fichier PDF. Elle apparaît comme lien sur la page de la source.",
  url: "Adresse du document",
  hint: "Elle commence par https:// ou http://. Laissez le champ vide si le document n’est pas en ligne.",
  badUrl: "Ce n’est pas une adresse de site : elle commence par https:// ou http://.",
  gone: "Ce document n’existe plus.",
  saved: "C’est enregistré. La page de la source montre déjà le changement.",
  changed: "Dernière modification par {who}, {when}.",
};
export type DocumentsMessages = typeof documents;
