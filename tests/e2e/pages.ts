import { ALL_PAGES, type PageName } from "../../src/components/pages";

/** Addresses of each page that the stories walk through, in French; a page without one does not compile. */
const ADDRESSES: Record<Exclude<PageName, "notFound">, readonly string[]> = {
  home: ["/"],
  organisations: [
    "/organisations",
    "/organisations?typology=return_migrant_association&zone=kayes",
    "/organisations?q=xyzzyq&typology=return_migrant_association",
    "/organisations?deplier=zone",
    "/organisations?zone=gao&selection=ramdel",
  ],
  organisation: ["/organisations/association-malienne-des-expulses", "/organisations/ramdel", "/organisations/emdk", "/organisations/grdr"],
  typology: ["/typologies/return_migrant_association"],
  map: ["/carte", "/carte?typology=return_migrant_association&zone=kayes", "/carte?region=kayes"],
  compare: ["/comparer", "/comparer?organisations=ramdel,aracem", "/comparer?zones=kayes,gao,kidal", "/comparer?communities=kayes,kita"],
  selection: ["/selection", "/selection?organisations=ramdel,aracem"],
  embeddedMap: ["/embed/carte?theme=women_rights"],
  coverage: ["/couverture", "/couverture?table=need_typology", "/couverture?zone=kayes&typology=local_organisation&focus=zone%3Anioro"],
  zone: ["/zones/kayes", "/zones/taoudenit"],
  chains: ["/filieres", "/filieres?chain=mango&community=sikasso"],
  networks: ["/reseaux", "/reseaux?focus=grdr&zones=1"],
  bodies: ["/instances"],
  programmes: ["/programmes"],
  communities: ["/communautes"],
  community: ["/communautes/kita"],
  figures: ["/chiffres"],
  sheets: ["/experiences"],
  sheet: ["/experiences/se-preparer-au-dialogue"],
  sources: ["/sources"],
  source: ["/sources/cartographie-osc-mali-2022"],
  findings: ["/sources/communication-migration-mali-2007/constats"],
  data: ["/donnees"],
  searchHelp: ["/recherche/aide"],
  about: ["/a-propos"],
  propose: ["/proposer", "/proposer?fiche=grdr&partie=contacts"],
  // Their addresses are those of what someone proposed: the story of a proposal walks through them.
  proposal: [],
  reviewProposal: [],
  // That of a file which somebody brought: the story of an import walks through it.
  importFile: [],
  importFiles: ["/admin/import"],
  proposals: ["/admin/propositions"],
  draft: ["/admin/proposer", "/admin/proposer?fiche=ramdel"],
  recentChanges: ["/admin/changements"],
  signIn: ["/connexion"],
  password: ["/connexion/mot-de-passe"],
  staffList: ["/admin", "/admin?q=xyzzyq"],
  staffMap: ["/admin/carte", "/admin/carte?zone=kayes&etat=draft"],
  newEntry: ["/admin/organisations/nouvelle"],
  editEntry: ["/admin/organisations/ramdel"],
  preview: ["/admin/organisations/ramdel/apercu"],
  history: ["/admin/organisations/ramdel/historique"],
  mergeEntries: ["/admin/organisations/ramdel/fusion", "/admin/organisations/ramdel/fusion?avec=grdr"],
  bulk: ["/admin/lots?choix=cochees&fiche=ramdel&fiche=grdr", "/admin/lots"],
  tasks: ["/admin/taches?liste=all"],
  duplicates: ["/admin/doublons", "/admin/doublons?ecartees=1"],
  staffEntities: ["/admin/autres"],
  editEntity: ["/admin/autres/body-mecanisme-de-referencement-national"],
  staffSources: ["/admin/sources"],
  consents: ["/admin/organisations/ramdel/accords"],
  personalData: ["/admin/donnees-personnelles?q=Bamako"],
  newSource: ["/admin/sources/nouvelle"],
  editSource: ["/admin/sources/emdk-plaquette"],
  tokens: ["/admin/jetons"],
  sessions: ["/admin/sessions"],
  // That of a link which was given: the story of an invited person walks through it.
  choosePassword: [],
  // Only for who has given a right password, and not yet a code.
  signInCode: [],
  secondFactor: ["/connexion/second-facteur"],
  account: ["/admin/comptes/1"],
  vocabularies: ["/admin/vocabulaires"],
  audit: ["/admin/journal"],
  accounts: ["/admin/comptes"],
};

const isForAnybody = (name: string) => name === "signIn" || ALL_PAGES[name as PageName].isPublic;
const addressesOf = (wanted: (name: string) => boolean) => Object.entries(ADDRESSES).flatMap(([name, addresses]) => (wanted(name) ? addresses : []));

/** One address or more of every kind of page that anybody may read. */
export const PUBLIC_PAGES = addressesOf(isForAnybody);

/** Those that React takes over in the browser; the others have no script but the search field's. */
export const REACT_PAGES = addressesOf((name) => isForAnybody(name) && ALL_PAGES[name as PageName].needsReact === true);

/** Addresses that are refused, with the status of the answer. */
export const REFUSED_PAGES = [
  ["/organisations/inconnu", 404],
  ["/organisations?formality=peut-etre", 400],
  ["/carte?zone=atlantide", 400],
] as const;

/** One address of every kind of page of staff; the administration sees them all. */
export const STAFF_PAGES = addressesOf((name) => !isForAnybody(name));

/** The same page in English. */
export const inEnglish = (path: string) => `/en${path === "/" ? "" : path}`;

/** Every public address in both languages. */
export const inBothLanguages = (paths: readonly string[]) => paths.flatMap((path) => [path, inEnglish(path)]);
