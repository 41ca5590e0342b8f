/** What stands inside a file or a picture that readers take away. */
export const files = {
  warning: "À savoir",
  date: "Date",
  filters: "Filtres",
  noFilter: "aucun",
  sources: "Sources",
  licence: "Licence",
  licenceText:
    "Les documents repris n’indiquent pas de licence : les faits sont cités avec leur source, et vous devez la citer à votre tour. Code sous licence MIT.",
  geography: "Limites et coordonnées",
  address: "Adresse",
  separator: " ; ",
  pair: "{name} : {text}",
};
export type FilesMessages = typeof files;
