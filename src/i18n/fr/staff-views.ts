/** What staff see beside the list of entries: its map, what is missing, the mail about proposals. */
export const staffViews = {
  toComplete: "Fiches à compléter",
  missing: "manque : {fields}",
  completeness: "Complétude",
  completenessOf: { complete: "complète", incomplete: "à compléter" },
  missingFirst: "à compléter d’abord",
  changedBy: "Modifiée en dernier par",
  foundIn: "trouvé dans : {fields}",
  restricted: "{field} (réservé)",
  members: "Membres",
  seeMap: "Voir ces fiches sur la carte",
  map: {
    title: "Carte des fiches",
    tab: "Carte",
    lead: "Toutes les fiches que vous pouvez voir, publiées ou non. Cette carte n’est jamais gardée : elle est comptée à chaque affichage.",
    defaults: "Sans choix d’état, les fiches archivées et fusionnées ne comptent pas.",
    result: "{count, plural, =0 {Aucune fiche} one {# fiche} other {# fiches}}, dont {placed, number} avec au moins une zone connue.",
    areaTitle: "{name} : {count, plural, =0 {aucune fiche} one {# fiche} other {# fiches}}",
    count: "Fiches",
    listOf: "Liste des fiches : {name}",
    none: "aucune fiche",
    empty: "Aucune fiche pour : {places}.",
    emptyMany: "Aucune fiche pour {count, number} autres lieux.",
    placesLeft:
      "{count, plural, one {Un autre lieu, où il y a moins de fiches, n’est pas montré ici} other {# autres lieux, où il y a moins de fiches, ne sont pas montrés ici}} : choisissez une zone dans les filtres.",
    withoutZone:
      "{count, plural, =0 {Toutes ces fiches ont au moins une zone connue.} one {# fiche n’a pas de zone connue.} other {# fiches n’ont pas de zone connue.}}",
    withoutZoneList: "Voir la liste",
  },
  mail: {
    subject: "{site} : {count, plural, one {une proposition attend} other {# propositions attendent}}",
    text: "Bonjour {name},\n\n{count, plural, one {Une proposition attend} other {# propositions attendent}} votre décision. La plus ancienne date du {date} ({days, plural, =0 {moins d’un jour} one {# jour} other {# jours}}).\n\n{link}\n\nCe message part une fois par jour au plus, tant que quelque chose attend. Il ne dit rien du contenu : il se lit sur le site.\n",
  },
};
export type StaffViewsMessages = typeof staffViews;
