/** Who works where, on what, and where no source names anybody. */
export const coverage = {
  title: "Couverture",
  lead: "Qui travaille où et sur quoi, et où les sources ne nomment personne.",
  tablesLabel: "Tableaux",
  tables: {
    theme_zone: "Thèmes et lieux",
    typology_zone: "Typologies et lieux",
    theme_typology: "Thèmes et typologies",
    need_typology: "Besoins et typologies",
  },
  caption: "{table} : {place}",
  filters: "Filtrer le tableau",
  result: "{count, plural, =0 {Aucune organisation ne répond} one {# organisation répond} other {# organisations répondent}} aux filtres.",
  seeList: "La liste",
  warning: {
    zone: "Une case compte les organisations qui travaillent à cet endroit et qui ont ce thème ou cette typologie : elle ne dit pas que c’est cela qu’elles y font.",
    other: "Une case compte les organisations qui ont les deux valeurs. Elle ne dit pas qu’elles font l’un avec l’autre.",
  },
  zero: "Zéro veut dire qu’aucune source ne nomme d’organisation, et non qu’il n’y en a pas.",
  needs:
    "Les documents disent les besoins de 23 organisations ensemble, et d’aucune en particulier : une organisation n’a de besoin ici que si elle l’a dit elle-même.",
  needsLink: "Les besoins que disent les documents",
  legend: {
    main: "Chaque nombre mène à sa liste. Grand nombre : dit ici.",
    aside: {
      zone: "Petit nombre, le premier : dit pour {around} seulement, sans lieu plus précis.",
      other: "Petit nombre, le premier : sans typologie connue.",
    },
    unsaid: { theme: "Le second : ici, sans thème connu.", typology: "Le second : ici, sans typologie connue." },
    none: "Fond ocre : personne ici. Hachures : personne non plus parmi celles qui pourraient s’y trouver.",
  },
  head: {
    theme: "Thème",
    typology: "Typologie",
    need: "Besoin",
    zone: "Lieu",
    aside: { zone: "Dit pour {around}", other: "Typologie inconnue" },
    unsaid: { theme: "Thème inconnu", typology: "Typologie inconnue" },
  },
  around: { country: "tout le pays", zone: "toute la zone {name}" },
  /** The words of a cell. */
  said: {
    zone: "{count, plural, =0 {aucune source ne nomme d’organisation} one {# organisation} other {# organisations}} à {column}",
    other: "{count, plural, =0 {aucune source ne nomme d’organisation} one {# organisation} other {# organisations}}",
    aside: {
      zone: "{count, plural, =0 {aucune citée pour {around}} one {# citée pour {around}} other {# citées pour {around}}}",
      other: "{count, plural, =0 {aucune sans typologie connue} one {# sans typologie connue} other {# sans typologie connue}}",
    },
    unsaid: {
      theme: {
        zone: "{count, plural, =0 {aucune n’y travaille sans thème connu} one {# y travaille sans thème connu} other {# y travaillent sans thème connu}}",
        other:
          "{count, plural, =0 {aucune de cette typologie n’est sans thème connu} one {# de cette typologie est sans thème connu} other {# de cette typologie sont sans thème connu}}",
      },
      typology: {
        zone: "{count, plural, =0 {aucune n’y travaille sans typologie connue} one {# y travaille sans typologie connue} other {# y travaillent sans typologie connue}}",
        other: "{count, plural, =0 {aucune sans typologie connue} one {# sans typologie connue} other {# sans typologie connue}}",
      },
    },
  },
  of: "{row}, {column}",
  phrases: "{line}, en phrases",
  line: "Ligne ou colonne",
  show: "Montrer",
  least: "Les plus petits nombres d’abord.",
  empty: "Les filtres ne laissent aucune ligne ou aucune colonne.",
  left: "{count, plural, one {Un lieu de moins d’organisations n’a pas de colonne} other {# lieux de moins d’organisations n’ont pas de colonne}} : choisissez une zone plus petite.",
  take: "Emporter ce tableau :",
  csv: "CSV (tableur)",
  png: "Image (PNG)",
  svg: "Dessin (SVG)",
};
export type CoverageMessages = typeof coverage;
