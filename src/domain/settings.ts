import type { ContentLanguage } from "./fields";

/**
 * What makes this directory that of one country and one consortium. Another edition changes this file, its sources
 * (src/data/sources), its words (src/i18n) and the shapes of its map (src/components/territory-map).
 */

/** ISO 3166-1 alpha-2: the large map draws its regions, the first page gives its figures, a phone number without prefix is one of it. */
export const HOME_COUNTRY = "ML";
/** The slug of its zone. */
export const HOME_ZONE = "mali";

export const DIRECTORY: Record<ContentLanguage, { name: string; shortName: string }> = {
  fr: { name: "Répertoire des OSC de la migration au Mali", shortName: "OSC Migration Mali" },
  en: { name: "Directory of migration CSOs in Mali", shortName: "Mali Migration CSOs" },
};

/** Who keeps it. A member is written to by the contacts of its entry. */
export const CONSORTIUM = {
  name: "Consortium",
  members: [
    { slug: "grdr", name: "Grdr" },
    { slug: "association-malienne-des-expulses", name: "AME" },
    { slug: "forim", name: "FORIM" },
  ],
  /** What says so: lines 262 and, of the regional contractor, 869 of the mapping. */
  said: { source: "cartographie-osc-mali-2022", lines: [262, 869] },
} as const;

/** Words of this country and this consortium, without accents: too many people here would build a password on them. */
export const OWN_WORDS = [
  ...["mali", "malien", "malienne", "maliens", "bamako", "kayes", "sikasso", "koulikoro", "segou", "mopti", "tombouctou", "gao", "kidal", "menaka"],
  ...["taoudenit", "nioro", "yelimane", "diema", "kita", "sahel", "senegal", "dakar", "guinee", "niger", "mauritanie", "abidjan", "montreuil"],
  ...["grdr", "forim", "osc"],
];

/** Searches that find something in what is loaded; the sentences that say what each shows stand in the catalogues. */
export const EXAMPLES = {
  /** On the first page: an acronym, a place, a theme, as the box understands them. */
  home: ["AME", "Kayes", "femmes"],
  /** What follows /api/v1/organisations. */
  api: {
    return: "?typology=return_migrant_association&zone=kayes",
    informal: "?formality=informal",
    word: "?q=rapatriés",
    except: "?zone=kayes&typology=-diaspora_organisation",
    unknown: "?zone=unknown",
    feed: ".atom?zone=gao",
    one: "/afrique-europe-interact-mali",
  },
  /** On the page that explains the search: texts that are typed. A test runs them all. */
  typed: {
    "words.accents": "federation communautes",
    "words.endings": "malien expulsé",
    "words.acronym": "A.M.E.",
    "words.alias": "Endamm Diombougou",
    "words.partial": "transport guidimakha",
    "words.place": "yelimane",
    "words.theme": "enfants",
    "words.both": "femmes bamako",
    "mistakes.place": "yelimame",
    "mistakes.word": "asociation expulsés",
    "exact.phrase": '"migrants de retour"',
    "exact.without": "rapatriés -centrafrique",
    "exact.either": "Gao OU Mopti",
  },
  /** There too: the parameters of a view. */
  filtered: {
    "filters.within": "typology=return_migrant_association&zone=kayes",
    "filters.except": "zone=kayes&typology=-diaspora_organisation",
    "filters.unknown": "theme=unknown",
  },
  /** A view that a reader may want to keep. */
  kept: "q=femmes&zone=bamako",
} as const;
