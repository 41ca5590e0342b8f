import type { TypologiesMessages } from "../fr/typologies";

export const typologies: TypologiesMessages = {
  title: "Typologies",
  lead: "What the documents say of this typology as a whole. None of these sentences is said of each of its organisations.",
  description: "{name}: themes, means, partners, problems and added value according to the documents, and the organisations of this typology.",
  count: "{count, plural, =0 {No organisation} one {# organisation} other {# organisations}}",
  organisations: "Its organisations",
  all: "All {count} organisations, with filters and files",
  others: "The other typologies",
};
