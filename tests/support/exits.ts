import { analysisSheet, styleSheet } from "@/app/style-sheet";
import { mapAssets } from "@/features/map/interactive/switch";
import { suggestScript } from "@/components/search-box/script";

/** Words that stand nowhere in the cartography, so that finding one anywhere is a leak. */
export const HIDDEN = { name: "A Xylophanie (essai)", slug: "xylophanie-essai", word: "xylophanie" };
export const SECRET = "zerkouane";
/** A theme of the consortium that the hidden organisation alone says, whose labels hold the same word. */
export const HIDDEN_THEME = "x_xylophanie";

/**
 * How a route is asked, pages in both languages: addresses that show the hidden organisation once it is public, those that
 * count it then, and others.
 */
export type Exit = { shows?: string[]; counts?: string[]; asks?: string[] };

export const ABOUT_HIDDEN = `/organisations/${HIDDEN.slug}`;
const SEARCHES = ["", `?q=${HIDDEN.word}`, "?q=xylofanie", "?zone=gao&theme=women_rights", "?sort=members&zone=gao"];
const FILTERS = [`?q=${SECRET}`, `?network=${HIDDEN.slug}`, `?partner=${HIDDEN.slug}`, "?chain=mango", "?community=kayes", `?theme=${HIDDEN_THEME}`];
const at = (path: string, searches: string[]) => searches.map((search) => path + search);

/** Everything that a stranger can ask for without an account. A route of src/app that is missing here fails the first test. */
export const EXITS: Record<string, Exit> = {
  "/[locale]": { counts: [""] },
  "/[locale]/[...rest]": { asks: ["/no/such/page"] },
  "/[locale]/carte": {
    shows: ["/carte?region=gao", "/carte?zone=kayes&region=gao&theme=women_rights"],
    counts: at("/carte", SEARCHES),
    asks: at("/carte", [...FILTERS, "?region=kayes"]),
  },
  "/[locale]/couverture": {
    counts: ["/couverture", "/couverture?table=theme_typology", "/couverture?zone=gao&focus=theme:women_rights", `/couverture?q=${HIDDEN.word}`],
    asks: ["/couverture?table=need_typology"],
  },
  "/[locale]/embed/carte": { counts: at("/embed/carte", SEARCHES), asks: at("/embed/carte", FILTERS) },
  "/[locale]/chiffres": { asks: ["/chiffres"] },
  "/[locale]/comparer": {
    shows: [`/comparer?organisations=${HIDDEN.slug},ramdel,aracem`],
    counts: ["/comparer?zones=gao,kayes"],
    asks: ["/comparer", "/comparer?communities=kayes,kita"],
  },
  "/[locale]/selection": { shows: [`/selection?organisations=${HIDDEN.slug},ramdel`], asks: ["/selection"] },
  "/[locale]/communautes": { asks: ["/communautes"] },
  "/[locale]/communautes/[slug]": { shows: ["/communautes/kayes"] },
  "/[locale]/connexion": { asks: ["/connexion"] },
  "/[locale]/connexion/lien/[token]": { asks: ["/connexion/lien/none"] },
  "/[locale]/donnees": { asks: ["/donnees"] },
  "/[locale]/organisations": { shows: at("/organisations", SEARCHES), asks: at("/organisations", FILTERS) },
  "/[locale]/organisations/[slug]": {
    shows: [
      ABOUT_HIDDEN,
      "/organisations/association-malienne-des-expulses",
      "/organisations/federation-des-communautes-africaines-au-mali",
      "/organisations/aracem",
    ],
  },
  "/[locale]/recherche/aide": { asks: ["/recherche/aide"] },
  "/[locale]/a-propos": { asks: ["/a-propos"] },
  "/[locale]/proposer": { shows: [`/proposer?fiche=${HIDDEN.slug}&partie=contacts`], asks: ["/proposer"] },
  "/[locale]/proposition/[token]": { asks: ["/proposition/none"] },
  "/[locale]/reseaux": { shows: ["/reseaux", `/reseaux?focus=${HIDDEN.slug}`, "/reseaux?focus=aracem", "/reseaux?zones=1"] },
  "/[locale]/filieres": { shows: ["/filieres", "/filieres?chain=mango", "/filieres?community=kayes"] },
  "/[locale]/instances": { shows: ["/instances"] },
  "/[locale]/programmes": { shows: ["/programmes"] },
  "/[locale]/experiences": { asks: ["/experiences"] },
  "/[locale]/experiences/[slug]": { shows: ["/experiences/se-preparer-au-dialogue"] },
  "/[locale]/sources": { counts: ["/sources"] },
  "/[locale]/sources/[slug]": { shows: ["/sources/cartographie-osc-mali-2022"] },
  "/[locale]/sources/[slug]/fichiers/[id]": { asks: ["/sources/cartographie-osc-mali-2022/fichiers/1"] },
  "/[locale]/sources/[slug]/constats": { shows: ["/sources/communication-migration-mali-2007/constats"] },
  "/[locale]/typologies/[code]": { shows: ["/typologies/local_organisation"] },
  "/[locale]/zones/[code]": { shows: ["/zones/gao", "/zones/gao?theme=women_rights"] },
  "/api/[...rest]": { asks: [`/api/v2${ABOUT_HIDDEN}`] },
  "/api/v1/citations.csv": { shows: at("/api/v1/citations.csv", ["", "?zone=gao"]), asks: at("/api/v1/citations.csv", FILTERS) },
  "/api/v1/[nouns]": {
    asks: ["/api/v1/figures", "/api/v1/figures.csv", "/api/v1/chains"],
    shows: ["/api/v1/bodies", "/api/v1/bodies.csv", "/api/v1/programmes", "/api/v1/sheets.csv", "/api/v1/recommendations"],
  },
  "/api/v1/coverage.csv": { counts: at("/api/v1/coverage.csv", ["", "?table=typology_zone", "?zone=gao"]) },
  "/api/v1/coverage.svg": { counts: at("/api/v1/coverage.svg", ["", "?table=theme_typology"]) },
  "/api/v1/coverage.png": { counts: at("/api/v1/coverage.png", [""]) },
  "/api/v1/health": { asks: ["/api/v1/health"] },
  "/api/v1/organisations": { shows: at("/api/v1/organisations", SEARCHES), asks: at("/api/v1/organisations", FILTERS) },
  "/api/v1/organisations.atom": { shows: at("/api/v1/organisations.atom", SEARCHES.slice(0, -1)), asks: at("/api/v1/organisations.atom", FILTERS) },
  "/api/v1/organisations.csv": { shows: at("/api/v1/organisations.csv", SEARCHES), asks: at("/api/v1/organisations.csv", FILTERS) },
  "/api/v1/organisations/[slug]": {
    shows: [
      `/api/v1${ABOUT_HIDDEN}`,
      "/api/v1/organisations/association-malienne-des-expulses",
      "/api/v1/organisations/federation-des-communautes-africaines-au-mali",
      "/api/v1/organisations/aracem",
    ],
  },
  "/api/v1/limits.geojson": { asks: ["/api/v1/limits.geojson", "/api/v1/limits.geojson?level=cercle&date=2009-01-01"] },
  "/api/v1/map.csv": { counts: at("/api/v1/map.csv", SEARCHES.slice(0, -1)) },
  "/api/v1/map.svg": { counts: at("/api/v1/map.svg", SEARCHES.slice(0, -1)) },
  "/api/v1/map.png": { counts: at("/api/v1/map.png", [""]) },
  "/api/v1/map.geojson": { counts: at("/api/v1/map.geojson", ["", "?zone=gao"]) },
  "/api/v1/relations.csv": { shows: at("/api/v1/relations.csv", ["", `?focus=${HIDDEN.slug}`, "?zones=1"]) },
  "/api/v1/relations.gexf": { shows: at("/api/v1/relations.gexf", ["", "?focus=aracem"]) },
  "/api/v1/selection.csv": { shows: [`/api/v1/selection.csv?organisations=${HIDDEN.slug}`], asks: ["/api/v1/selection.csv?organisations=ramdel"] },
  "/api/v1/suggestions": { shows: at("/api/v1/suggestions", ["?q=xyloph", `?q=${HIDDEN.word}`]), asks: [`/api/v1/suggestions?q=${SECRET}`] },
  "/assets/[name]": { asks: [suggestScript, styleSheet, analysisSheet, ...Object.values(mapAssets)].map(({ address }) => address) },
  "/robots.txt": { asks: ["/robots.txt"] },
  "/sitemap.xml": { shows: at("/sitemap.xml", ["", "?part=1"]) },
};

/** What only an account opens: a stranger is sent to sign in, or told that they are not. */
export const CLOSED: Record<string, { ask: string; answer: string | RegExp }> = {
  "/[locale]/admin": { ask: "/fr/admin", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/propositions": { ask: "/fr/admin/propositions", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/propositions/[id]": { ask: "/fr/admin/propositions/1", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/proposer": { ask: "/fr/admin/proposer", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/changements": { ask: "/fr/admin/changements", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/lots": { ask: "/fr/admin/lots", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/carte": { ask: "/fr/admin/carte", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/taches": { ask: "/fr/admin/taches", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/doublons": { ask: "/fr/admin/doublons", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/journal": { ask: "/fr/admin/journal", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/journal/csv": { ask: "/fr/admin/journal/csv", answer: "" },
  "/[locale]/admin/autres": { ask: "/fr/admin/autres", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/autres/[slug]": { ask: "/fr/admin/autres/body-mecanisme-de-referencement-national", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/comptes": { ask: "/fr/admin/comptes", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/comptes/[id]": { ask: "/fr/admin/comptes/1", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/organisations/[slug]": { ask: `/fr/admin${ABOUT_HIDDEN}`, answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/organisations/[slug]/apercu": { ask: `/fr/admin${ABOUT_HIDDEN}/apercu`, answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/organisations/[slug]/historique": { ask: `/fr/admin${ABOUT_HIDDEN}/historique`, answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/organisations/[slug]/fusion": { ask: `/fr/admin${ABOUT_HIDDEN}/fusion`, answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/api/v1/organisations": { ask: `/fr/admin/api/v1/organisations?q=${HIDDEN.word}`, answer: /"status":401/ },
  "/[locale]/admin/api/v1/organisations/[slug]": { ask: `/fr/admin/api/v1${ABOUT_HIDDEN}`, answer: /"status":401/ },
  "/[locale]/admin/vocabulaires": { ask: "/fr/admin/vocabulaires", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/jetons": { ask: "/fr/admin/jetons", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/import": { ask: "/fr/admin/import", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/import/[id]": { ask: "/fr/admin/import/1", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/import/[id]/rejets": { ask: "/fr/admin/import/1/rejets", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/import/fichier": { ask: "/fr/admin/import/fichier", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/export": { ask: "/fr/admin/export", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/sessions": { ask: "/fr/admin/sessions", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/sources": { ask: "/fr/admin/sources", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/organisations/[slug]/accords": { ask: `/fr/admin${ABOUT_HIDDEN}/accords`, answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/donnees-personnelles": { ask: `/fr/admin/donnees-personnelles?q=${SECRET}`, answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/sources/nouvelle": { ask: "/fr/admin/sources/nouvelle", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/sources/[slug]": { ask: "/fr/admin/sources/emdk-plaquette", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/admin/sources/[slug]/fichiers/[id]": { ask: "/fr/admin/sources/emdk-plaquette/fichiers/1", answer: "" },
  "/[locale]/admin/references": { ask: `/fr/admin/references?kind=organisation&q=${HIDDEN.word}`, answer: "[]" },
  "/[locale]/admin/organisations/nouvelle": { ask: "/fr/admin/organisations/nouvelle", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/connexion/code": { ask: "/fr/connexion/code", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/connexion/second-facteur": { ask: "/fr/connexion/second-facteur", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/[locale]/connexion/mot-de-passe": { ask: "/fr/connexion/mot-de-passe", answer: /^NEXT_REDIRECT;replace;\/connexion/ },
  "/api/auth/[...nextauth]": { ask: "/api/auth/session", answer: "{}" },
};
