import type { SiteMessages } from "../fr/site";

export const site: SiteMessages = {
  name: "Directory of migration CSOs",
  shortName: "Mali Migration CSOs",
  tagline: "The civil society organisations working on migration in Mali",
  skip: "Skip to content",
  menu: "Menu",
  nav: {
    organisations: "Organisations",
    map: "Map",
    networks: "Networks",
    communities: "Communities",
    figures: "Figures",
    sources: "Sources",
    data: "Data",
    signIn: "Sign in",
    admin: "Administration",
  },
  otherLanguage: "Français",
  footer: {
    about: "Everything published here says where it comes from. A mistake, something missing? Tell the consortium.",
    code: "Code under the MIT licence. The data cite their sources.",
  },
};
