import type { Locale } from "@/i18n/locales";
import { translator, type Namespace } from "@/i18n/translator";

/** The groups of the menu, in their order. */
export const MENU_GROUPS = ["actors", "territories", "knowledge", "data"] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

type Navigation =
  | "organisations"
  | "networks"
  | "chains"
  | "bodies"
  | "programmes"
  | "map"
  | "coverage"
  | "communities"
  | "figures"
  | "sheets"
  | "sources"
  | "data"
  | "about"
  | "propose"
  | "signIn";
type Heading = { title: string | { absolute: string }; description?: string };

/** A page of the site, or one for each record of a kind. */
export type Page = {
  /** In its French form; the name in brackets stands for the key of a record. */
  path: `/${string}`;
  /** Title and summary for browsers and search engines; the page of a record has those of its record. */
  heading?: (locale: Locale) => Heading;
  /** Its name where it is linked from every page, and where that is. */
  link?: { name: Navigation; menu?: MenuGroup; from?: readonly ("foot" | "missing")[] };
  /** Anybody may read it and find it. Others are for those who sign in, or have no address of their own. */
  isPublic: boolean;
  /** React takes it over in the browser. Others are HTML, and the few scripts that they name. */
  needsReact?: true;
  /** It stands inside pages of other sites: without what stands around a page of ours, and in no list of pages. */
  embedded?: true;
  /** It counts, crosses or draws what is known, with a style sheet of its own beside that of all pages. */
  analyses?: true;
};

type Sentence<N extends Namespace> = Parameters<ReturnType<typeof translator<N>>>[0];

/** A heading made of sentences of one catalogue. */
const said =
  <N extends Namespace>(namespace: N, title: Sentence<N>, description?: Sentence<N>) =>
  (locale: Locale): Heading => {
    const t = translator(locale, namespace) as unknown as (sentence: Sentence<N>) => string;
    return { title: t(title), ...(description && { description: t(description) }) };
  };

/**
 * Every page, in the order of the menu. Routes, menu, foot, sitemap, the check of addresses and the
 * pages that the tests visit come from this list; a test holds it against the routes.
 */
export const PAGES = {
  home: {
    path: "/",
    isPublic: true,
    heading: (locale) => ({ title: { absolute: `${translator(locale, "site")("name")} – ${translator(locale, "home")("title")}` } }),
  },
  organisations: { path: "/organisations", isPublic: true, link: { name: "organisations", menu: "actors" }, heading: said("directory", "title", "lead") },
  organisation: { path: "/organisations/[slug]", isPublic: true },
  networks: { path: "/reseaux", isPublic: true, analyses: true, link: { name: "networks", menu: "actors" }, heading: said("networks", "title", "lead") },
  bodies: { path: "/instances", isPublic: true, link: { name: "bodies", menu: "actors" }, heading: said("entities", "bodies.title", "bodies.lead") },
  programmes: {
    path: "/programmes",
    isPublic: true,
    link: { name: "programmes", menu: "actors" },
    heading: said("entities", "programmes.title", "programmes.lead"),
  },
  typology: { path: "/typologies/[code]", isPublic: true },
  map: { path: "/carte", isPublic: true, link: { name: "map", menu: "territories" }, heading: said("map", "title", "description") },
  embeddedMap: { path: "/embed/carte", isPublic: true, embedded: true, heading: said("map", "embed.pageTitle", "description") },
  coverage: {
    path: "/couverture",
    isPublic: true,
    analyses: true,
    link: { name: "coverage", menu: "territories" },
    heading: said("coverage", "title", "lead"),
  },
  zone: { path: "/zones/[code]", isPublic: true, analyses: true },
  compare: { path: "/comparer", isPublic: true, heading: said("selection", "compared.title", "compared.lead") },
  selection: { path: "/selection", isPublic: true, heading: said("selection", "title", "lead") },
  communities: {
    path: "/communautes",
    isPublic: true,
    link: { name: "communities", menu: "territories" },
    heading: said("communities", "title", "description"),
  },
  community: { path: "/communautes/[slug]", isPublic: true },
  chains: { path: "/filieres", isPublic: true, link: { name: "chains", menu: "territories" }, heading: said("chains", "title", "lead") },
  figures: { path: "/chiffres", isPublic: true, analyses: true, link: { name: "figures", menu: "knowledge" }, heading: said("figures", "title", "lead") },
  sheets: { path: "/experiences", isPublic: true, link: { name: "sheets", menu: "knowledge" }, heading: said("entities", "sheets.title", "sheets.lead") },
  sheet: { path: "/experiences/[slug]", isPublic: true },
  sources: { path: "/sources", isPublic: true, link: { name: "sources", menu: "data", from: ["foot"] }, heading: said("sources", "title", "description") },
  source: { path: "/sources/[slug]", isPublic: true },
  findings: { path: "/sources/[slug]/constats", isPublic: true },
  data: { path: "/donnees", isPublic: true, link: { name: "data", menu: "data", from: ["foot"] }, heading: said("openData", "title", "lead") },
  searchHelp: { path: "/recherche/aide", isPublic: true, heading: said("searchHelp", "title", "lead") },
  about: { path: "/a-propos", isPublic: true, link: { name: "about", menu: "data", from: ["foot"] }, heading: said("about", "title", "lead") },
  propose: { path: "/proposer", isPublic: true, link: { name: "propose", from: ["foot"] }, heading: said("proposals", "title.new", "lead.new") },
  proposal: { path: "/proposition/[token]", isPublic: false, heading: said("proposals", "follow.title") },
  notFound: { path: "/introuvable", isPublic: false, heading: said("errors", "notFound.title") },
  signIn: { path: "/connexion", isPublic: false, needsReact: true, link: { name: "signIn", from: ["foot"] }, heading: said("auth", "title", "description") },
  password: { path: "/connexion/mot-de-passe", isPublic: false, needsReact: true, heading: said("auth", "changeTitle") },
  staffList: { path: "/admin", isPublic: false, needsReact: true, heading: said("admin", "title") },
  staffMap: { path: "/admin/carte", isPublic: false, needsReact: true, heading: said("staffViews", "map.title") },
  newEntry: { path: "/admin/organisations/nouvelle", isPublic: false, needsReact: true, heading: said("admin", "edit.titleNew") },
  editEntry: { path: "/admin/organisations/[slug]", isPublic: false, needsReact: true, heading: said("admin", "edit.title") },
  preview: { path: "/admin/organisations/[slug]/apercu", isPublic: false, heading: said("admin", "edit.previewTitle") },
  history: { path: "/admin/organisations/[slug]/historique", isPublic: false, needsReact: true, heading: said("changes", "history.title") },
  mergeEntries: { path: "/admin/organisations/[slug]/fusion", isPublic: false, needsReact: true, heading: said("life", "merge.title") },
  duplicates: { path: "/admin/doublons", isPublic: false, needsReact: true, heading: said("life", "duplicates.title") },
  proposals: { path: "/admin/propositions", isPublic: false, needsReact: true, heading: said("proposals", "queue.title") },
  reviewProposal: { path: "/admin/propositions/[id]", isPublic: false, needsReact: true, heading: said("proposals", "review.title") },
  draft: { path: "/admin/proposer", isPublic: false, heading: said("rights", "propose") },
  recentChanges: { path: "/admin/changements", isPublic: false, needsReact: true, heading: said("changes", "recent.title") },
  bulk: { path: "/admin/lots", isPublic: false, needsReact: true, heading: said("bulk", "title") },
  tasks: { path: "/admin/taches", isPublic: false, needsReact: true, heading: said("staffWork", "title") },
  staffEntities: { path: "/admin/autres", isPublic: false, needsReact: true, heading: said("entityEditor", "title") },
  editEntity: { path: "/admin/autres/[slug]", isPublic: false, needsReact: true, heading: said("entityEditor", "edit") },
  importFiles: { path: "/admin/import", isPublic: false, needsReact: true, heading: said("imports", "title") },
  importFile: { path: "/admin/import/[id]", isPublic: false, needsReact: true, heading: said("imports", "fileTitle") },
  staffSources: { path: "/admin/sources", isPublic: false, needsReact: true, heading: said("documents", "title") },
  newSource: { path: "/admin/sources/nouvelle", isPublic: false, needsReact: true, heading: said("documents", "new") },
  editSource: { path: "/admin/sources/[slug]", isPublic: false, needsReact: true, heading: said("documents", "edit") },
  vocabularies: { path: "/admin/vocabulaires", isPublic: false, needsReact: true, heading: said("vocabularies", "title") },
  consents: { path: "/admin/organisations/[slug]/accords", isPublic: false, needsReact: true, heading: said("consents", "title") },
  personalData: { path: "/admin/donnees-personnelles", isPublic: false, needsReact: true, heading: said("personalData", "title") },
  tokens: { path: "/admin/jetons", isPublic: false, needsReact: true, heading: said("tokens", "title") },
  sessions: { path: "/admin/sessions", isPublic: false, needsReact: true, heading: said("auth", "session.title") },
  signInCode: { path: "/connexion/code", isPublic: false, needsReact: true, heading: said("secondFactor", "codeTitle") },
  secondFactor: { path: "/connexion/second-facteur", isPublic: false, needsReact: true, heading: said("secondFactor", "title") },
  choosePassword: { path: "/connexion/lien/[token]", isPublic: false, heading: said("auth", "link.title") },
  account: { path: "/admin/comptes/[id]", isPublic: false, needsReact: true, heading: said("accounts", "rightsTitle") },
  audit: { path: "/admin/journal", isPublic: false, needsReact: true, heading: said("audit", "title") },
  accounts: { path: "/admin/comptes", isPublic: false, needsReact: true, heading: said("accounts", "title") },
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof PAGES;

/** The list of pages as pages: what each may say, and not only what this one says. */
export const ALL_PAGES: Record<PageName, Page> = PAGES;

const everyPage: readonly Page[] = Object.values(ALL_PAGES);

/** A page for each record: its path ends with the key of one. */
const isOfRecord = ({ path }: Page) => path.includes("[");

/** The public pages that stand alone, by their French path. */
export const PUBLIC_PATHS: readonly string[] = everyPage.filter((page) => page.isPublic && !page.embedded && !isOfRecord(page)).map(({ path }) => path);

type PageLink = { path: string; name: Navigation };

/** The pages of a group of the menu. */
export const menuLinks = (group: MenuGroup): PageLink[] => everyPage.flatMap(({ path, link }) => (link?.menu === group ? [{ path, name: link.name }] : []));

/** The pages that are linked from the foot of every page, or from that which says that there is none, by the name that they have there. */
export function linksFrom(part: "foot" | "missing"): PageLink[] {
  return everyPage.flatMap(({ path, link }) => (link?.from?.includes(part) || (part === "missing" && link?.menu) ? [{ path, name: link.name }] : []));
}

/** Places of those who sign in: what exists there depends on who asks. */
export const STAFF_PLACES = ["/admin", "/connexion", "/proposition"];
