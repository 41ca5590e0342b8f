/** What stands on every page: header, footer, skip link. */
export const site = {
  name: "Répertoire des OSC de la migration",
  shortName: "OSC Migration Mali",
  tagline: "Les organisations de la société civile qui travaillent sur les migrations au Mali",
  skip: "Aller au contenu",
  menu: "Menu",
  nav: {
    organisations: "Organisations",
    map: "Carte",
    networks: "Réseaux",
    communities: "Communautés",
    figures: "Chiffres",
    sources: "Sources",
    data: "Données",
    signIn: "Connexion",
    admin: "Administration",
  },
  otherLanguage: "English",
  footer: {
    about: "Chaque information publiée ici dit d’où elle vient. Une erreur, une absence ? Signalez-la au consortium.",
    code: "Code sous licence MIT. Les données citent leurs sources.",
  },
};
export type SiteMessages = typeof site;
