import type { CoverageMessages } from "../fr/coverage";

/** Who works where, on what, and where no source names anybody. */
export const coverage: CoverageMessages = {
  title: "Coverage",
  lead: "Who works where and on what, and where the sources name nobody.",
  tablesLabel: "Tables",
  tables: {
    theme_zone: "Themes and places",
    typology_zone: "Typologies and places",
    theme_typology: "Themes and typologies",
    need_typology: "Needs and typologies",
  },
  caption: "{table}: {place}",
  filters: "Filter the table",
  result: "{count, plural, =0 {No organisation matches} one {# organisation matches} other {# organisations match}} the filters.",
  seeList: "The list",
  warning: {
    zone: "A cell counts the organisations that work in that place and have that theme or typology: it does not say that this is what they do there.",
    other: "A cell counts the organisations that have both values. It does not say that they do the one with the other.",
  },
  zero: "Zero means that no source names an organisation, not that there is none.",
  needs: "The documents state the needs of 23 organisations together, and of none in particular: an organisation has a need here only if it said so itself.",
  needsLink: "The needs that the documents state",
  legend: {
    main: "Each number leads to its list. Large number: said here.",
    aside: {
      zone: "Small number, the first: said for {around} only, without a narrower place.",
      other: "Small number, the first: of no known typology.",
    },
    unsaid: { theme: "The second: here, with no known theme.", typology: "The second: here, of no known typology." },
    none: "Ochre: nobody here. Hatched: nobody either among those who might be here.",
  },
  head: {
    theme: "Theme",
    typology: "Typology",
    need: "Need",
    zone: "Place",
    aside: { zone: "Said for {around}", other: "Typology unknown" },
    unsaid: { theme: "Theme unknown", typology: "Typology unknown" },
  },
  around: { country: "the whole country", zone: "the zone {name} as a whole" },
  said: {
    zone: "{count, plural, =0 {no source names an organisation} one {# organisation} other {# organisations}} in {column}",
    other: "{count, plural, =0 {no source names an organisation} one {# organisation} other {# organisations}}",
    aside: {
      zone: "{count, plural, =0 {none named for {around}} one {# named for {around}} other {# named for {around}}}",
      other: "{count, plural, =0 {none of no known typology} one {# of no known typology} other {# of no known typology}}",
    },
    unsaid: {
      theme: {
        zone: "{count, plural, =0 {none works there with no known theme} one {# works there with no known theme} other {# work there with no known theme}}",
        other:
          "{count, plural, =0 {none of this typology has no known theme} one {# of this typology has no known theme} other {# of this typology have no known theme}}",
      },
      typology: {
        zone: "{count, plural, =0 {none of no known typology works there} one {# of no known typology works there} other {# of no known typology work there}}",
        other: "{count, plural, =0 {none of no known typology} one {# of no known typology} other {# of no known typology}}",
      },
    },
  },
  of: "{row}, {column}",
  phrases: "{line}, in sentences",
  line: "Row or column",
  show: "Show",
  least: "The smallest numbers first.",
  empty: "The filters leave no row or no column.",
  left: "{count, plural, one {One place with fewer organisations has no column} other {# places with fewer organisations have no column}}: choose a smaller zone.",
  take: "Take this table away:",
  csv: "CSV (spreadsheet)",
  png: "Picture (PNG)",
  svg: "Drawing (SVG)",
};
