export const typologies = {
  title: "Typologies",
  lead: "Ce que les documents disent de cette typologie dans son ensemble. Aucune de ces phrases n’est dite de chacune de ses organisations.",
  description: "{name} : thèmes, moyens, partenaires, problèmes et valeur ajoutée d’après les documents, et les organisations de cette typologie.",
  count: "{count, plural, =0 {Aucune organisation} one {# organisation} other {# organisations}}",
  organisations: "Ses organisations",
  all: "Les {count} organisations, avec filtres et fichiers",
  others: "Les autres typologies",
};
export type TypologiesMessages = typeof typologies;
