import { DIRECTORY } from "@/domain/settings";

/** What stands on every page: header, footer, skip link, pieces shared by several pages. */
export const site = {
  ...DIRECTORY.fr,
  tagline: "Les organisations de la société civile qui travaillent sur les migrations au Mali",
  home: "Accueil",
  skip: "Aller au contenu",
  mainNav: "Navigation principale",
  footNav: "Pied de page",
  breadcrumb: "Fil d’Ariane",
  nav: {
    organisations: "Organisations",
    map: "Carte",
    networks: "Réseaux",
    communities: "Communautés",
    figures: "Chiffres",
    sources: "Sources",
    data: "Données",
    about: "À propos",
    signIn: "Connexion",
    admin: "Administration",
  },
  /** In the other language, for those who do not read this one. */
  otherLanguage: "English",
  source: "{count, plural, one {Source} other {Sources}} :",
  line: "l. {start}",
  lines: "l. {start}–{end}",
  lineList: "{count, plural, one {l. {lines}} other {l. {lines}}}",
  writtenLines: "{count, plural, one {ligne {lines}} other {lignes {lines}}}",
  beforePlaces: " : ",
  placeSeparator: " ; ",
  mistake: "Une erreur ?",
  required: "(obligatoire)",
  pages: "Pages",
  previousPage: "Précédente",
  nextPage: "Suivante",
  pageNumber: "Page {page}",
  footer: {
    consortium: "Un répertoire né de la cartographie du consortium Grdr-AME, dans un programme que porte le FORIM.",
    about: "Chaque information publiée ici dit d’où elle vient. Une erreur, une absence ? Signalez-la au consortium.",
    report: "Signaler une erreur",
    code: "Code sous licence MIT. Les données citent leurs sources.",
  },
};
export type SiteMessages = typeof site;
