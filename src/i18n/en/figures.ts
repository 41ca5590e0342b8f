import type { FiguresMessages } from "../fr/figures";

export const figures: FiguresMessages = {
  title: "Figures",
  lead: "The figures that the documents publish on migration and associations of Mali, with their lines and their known faults. None is calculated by the directory, unless it says so.",
  contents: "On this page",
  key: "Key figures",
  groups: {
    abroad: "Malians abroad",
    associationsAbroad: "Associations of Malians abroad",
    declared: "Malian associations declared in France",
    mali: "Associations and NGOs registered in Mali",
    displaced: "Displaced persons and refugees",
  },
  notes: {
    abroad:
      "Estimates. The document gives the 4 million for the ministry of Malians abroad, and “at least” two million in Côte d’Ivoire for the general delegation of Malians abroad. The 100,000 of France are among the 500,000 of Europe.",
    associationsAbroad: "EMOP survey of 2011 (INSTAT): 39% in France, 61% in other countries.",
    declared:
      "French Journal officiel, 1981 to 2011, after the study by Bernard, Chauvet, Gubert, Mercier and Mesplé-Somps (2014), by the extent that the association aims at.",
    mali: "Figures of the Cellule d’appui au développement à la base, in 2017. The document warns that they cannot be verified: some registered organisations are inactive, others work without being registered.",
    displaced: "“More than” for displaced persons (2022) and refugees. After the OCHA reports that the document cites.",
  },
  measures: {
    associations_abroad: "associations abroad",
    associations_abroad_in_france: "associations in France",
    associations_abroad_elsewhere: "associations in other countries",
    malians_abroad: "Malians abroad",
    malians_in_france: "Malians in France",
    malians_in_france_share_percent: "of Malians abroad live in France",
    malians_in_cote_d_ivoire: "Malians in Côte d’Ivoire, at least",
    malians_in_europe: "Malians in Europe",
    displaced_persons_2022: "displaced persons in Mali in 2022",
    malian_refugees_in_neighbouring_countries: "Malian refugees in neighbouring countries",
    refugees_in_mali: "refugees received in Mali",
    local_organisations_2017: "local organisations, formal and informal",
    ngos_2017: "non-governmental organisations",
    associations_declared_in_france: "associations declared",
    associations_declared_in_france_village: "aim at a village or a neighbourhood",
    associations_declared_in_france_commune: "aim at a commune",
    associations_declared_in_france_cercle_or_region: "aim at a cercle or a region",
    internal_migrants_male_percent: "Men",
    internal_migrants_female_percent: "Women",
    internal_migrants_total: "Recent internal migrants",
    internal_migrants_share_percent: "Share of the total of Mali",
    emigrants_in_france_percent: "Share of emigrants in France",
    emigrants_elsewhere_percent: "Share of emigrants in the rest of the world",
    associations_in_france_percent: "Share of associations based in France",
    associations_elsewhere_percent: "Share of associations based in the rest of the world",
  },
  region: "Region",
  sum: "Sum (calculated here)",
  internal: {
    title: "Recent internal migrants, by region of destination",
    caption: "Table 1: recent internal migrants by region of destination and sex. General census of 2009 (INSTAT). Numbers in persons, shares in %.",
    fault:
      "Known fault: the printed heading has one more “%” column, always 100.0 (the sum of men and women), which is left out. The regions are those of 2009: Ménaka is in Gao, Taoudénit in Tombouctou.",
  },
  origins: {
    title: "Regions of origin of emigrants and of their associations",
    caption: "Table 8: share of each region, in % of the column. Emigrants and associations from rural areas. EMOP survey of 2011 (INSTAT, IRD).",
    fault:
      "Known faults: Bamako is not in it (rural areas only); the asterisk printed after the last column leads to no note; rounding keeps some columns from adding up to 100; Gao has 0.03 in a column where the other values have one decimal.",
  },
  needs: {
    title: "Needs expressed",
    text: "The needs for support that the 23 organisations consulted put forward, together. The document does not say which of them asked for what: none of these needs is attributed to one organisation.",
    count: "{groups} needs, {activities} activities.",
    support: "{support} ({count})",
    words: "The words of the document (in French)",
  },
  profiles: {
    title: "What is said of each typology",
    text: "The document describes six typologies of organisations. These descriptions hold for the typology, not for each of its organisations. Translated by the directory.",
  },
};
