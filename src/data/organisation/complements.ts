import "server-only";
import { kilometresBetween, type Complement, type ComplementReason, type Complements } from "@/domain/complement";
import { PAGE_SIZES, UNKNOWN, type DirectoryQuery, type FilterGroup, type GroupValues } from "@/domain/filters";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { PlacedZone } from "@/domain/published/zone";
import { codesInOrder, type ThemeTerm } from "@/domain/terms";
import { THEMES } from "@/domain/vocabularies";
import type { FacetChoice } from "@/search/selection";
import { readInOrder } from "../search/in-order";
import { listedIndex } from "../search/present";
import { DEFAULT_CHOICE } from "../search/resolve-groups";
import { zonePlaces } from "../zone/tree";

const SHOWN = 5;
/** Looked at for each reason. */
const CANDIDATES = 6;
/** The places that are near: those that lie nearest to one of its own. */
const NEAR = 12;

type Own = { id: number; facets: readonly string[] };
type Row = OrganisationLink & { facets: string[] };
/** A way to complete: whom it finds, why each of them, and the query of all of them. */
type Way = { kind: ComplementReason["kind"]; ids: number[]; query: DirectoryQuery; reasonOf: (row: Row) => ComplementReason | null };

const valuesOf = (facets: readonly string[], group: FilterGroup): string[] =>
  facets.flatMap((facet) => (facet.startsWith(`${group}:`) && facet !== `${group}:${UNKNOWN}` ? [facet.slice(group.length + 1)] : []));

const asked = (groups: GroupValues, excluded: GroupValues = {}): DirectoryQuery => ({
  ...{ q: "", groups, excluded, sort: "name", page: 1, pageSize: PAGE_SIZES.default },
});

/** At most {@link SHOWN} organisations that complete one, taken from each reason in turn; nothing where no source says enough. */
export async function complementsOf(own: Own): Promise<Complements> {
  const ways = (await Promise.all([onItsGround(own), onItsThemes(own), ...(["network", "body"] as const).map((group) => inTheSame(own, group))])).flatMap(
    (way) => way ?? [],
  );
  const rows = new Map(
    (
      await readInOrder<Row>(
        [...new Set(ways.flatMap(({ ids }) => ids))],
        `"facets", "summary"->>'slug' AS slug, "summary"->>'name' AS name, "summary"->>'acronym' AS acronym`,
      )
    ).map((row) => [row.id, row]),
  );
  const found = ways.map(({ ids, reasonOf }) =>
    nearestFirst(
      ids.flatMap((id): Complement[] => {
        const row = rows.get(id);
        const reason = row && reasonOf(row);
        return reason ? [{ organisation: { slug: row.slug, name: row.name, acronym: row.acronym }, reason }] : [];
      }),
    ),
  );
  const shown = new Map<string, Complement>();
  for (let turn = 0; turn < CANDIDATES; turn++) {
    for (const complements of found) {
      const one = complements[turn];
      if (one && shown.size < SHOWN && !shown.has(one.organisation.slug)) shown.set(one.organisation.slug, one);
    }
  }
  const kinds = new Set([...shown.values()].map(({ reason }) => reason.kind));
  return { shown: [...shown.values()], all: ways.flatMap(({ kind, query }) => (kinds.has(kind) ? [{ kind, query }] : [])) };
}

/** Those that are told by a distance, by it; the others as they were found. */
const nearestFirst = (complements: Complement[]): Complement[] =>
  complements.sort(({ reason: a }, { reason: b }) => (a.kind === "theme" && b.kind === "theme" ? a.kilometres - b.kilometres : 0));

const choiceOf = (included: Partial<Record<FilterGroup, string[]>>, excluded: Partial<Record<FilterGroup, string[]>>): FacetChoice => {
  const facets = (values: Partial<Record<FilterGroup, string[]>>) =>
    new Map(Object.entries(values).map(([group, list]) => [group as FilterGroup, list.map((value) => `${group}:${value}`)]));
  return { included: new Map([...DEFAULT_CHOICE.included, ...facets(included)]), excluded: facets(excluded) };
};

/** Its zones below the country, with those around them; nearly everyone works "in the country". */
async function placesBelow({ facets }: Own): Promise<PlacedZone[]> {
  const { byCode } = await zonePlaces();
  return valuesOf(facets, "zone")
    .flatMap((code) => byCode.get(code) ?? [])
    .filter(({ path }) => path.length > 1);
}

/** The slugs of zones, without those inside others of them, which a filter of these finds too. */
const widest = (zones: readonly PlacedZone[]): string[] => {
  const codes = new Set(zones.map(({ code }) => code));
  return zones.filter(({ path }) => !path.slice(0, -1).some((code) => codes.has(code))).map(({ slug }) => slug);
};

/** Who works in its zones on themes that it has not. */
async function onItsGround(own: Own): Promise<Way | null> {
  const [zones, { index }] = await Promise.all([placesBelow(own), listedIndex()]);
  const themes = valuesOf(own.facets, "theme");
  if (zones.length === 0 || themes.length === 0) return null;
  const others = [...themes, UNKNOWN];
  const narrowest = [...zones].sort((a, b) => b.path.length - a.path.length);
  return {
    kind: "ground",
    ids: index.sharing(
      zones.map(({ code }) => `zone:${code}`),
      choiceOf({}, { theme: others }),
      own.id,
      CANDIDATES,
    ),
    query: asked({ zone: widest(zones) }, { theme: others }),
    reasonOf: ({ facets }) => {
      const zone = narrowest.find(({ code }) => facets.includes(`zone:${code}`));
      return zone ? { kind: "ground", zone, themes: themesOf(facets) } : null;
    },
  };
}

const themesOf = (facets: readonly string[]): ThemeTerm[] => codesInOrder(THEMES, valuesOf(facets, "theme")) as ThemeTerm[];

/** Who has one of its themes in the places nearest to its own, and none of its zones. */
async function onItsThemes(own: Own): Promise<Way | null> {
  const [zones, { index }, { byCode }] = await Promise.all([placesBelow(own), listedIndex(), zonePlaces()]);
  const themes = themesOf(own.facets);
  const codes = new Set(zones.map(({ code }) => code));
  const starts = zones.filter(({ position }) => position);
  if (starts.length === 0 || themes.length === 0) return null;
  const near = [...byCode.values()]
    .flatMap((zone) => {
      const number = index.facets.find(`zone:${zone.code}`);
      if (!zone.position || zone.path.length < 2 || zone.path.some((code) => codes.has(code)) || number === undefined) return [];
      const distances = starts.map((from) => ({ from, kilometres: kilometresBetween(from.position!, zone.position!) }));
      return [{ zone, ...distances.reduce((least, one) => (one.kilometres < least.kilometres ? one : least)) }];
    })
    .sort((a, b) => a.kilometres - b.kilometres)
    .slice(0, NEAR);
  return {
    kind: "theme",
    ids: index.sharing(
      themes.map((theme) => `theme:${theme}`),
      choiceOf({ theme: themes, zone: near.map(({ zone }) => zone.code) }, { zone: [...codes] }),
      own.id,
      CANDIDATES,
    ),
    query: asked({ theme: themes, zone: near.map(({ zone }) => zone.slug) }, { zone: widest(zones) }),
    reasonOf: ({ facets }) => {
      const place = near.find(({ zone }) => facets.includes(`zone:${zone.code}`));
      const theme = themes.find((one) => facets.includes(`theme:${one}`));
      return place && theme ? { kind: "theme", theme, zone: place.zone, from: place.from, kilometres: place.kilometres } : null;
    },
  };
}

/** Who is in one of its networks, or is named by a body that names it. */
async function inTheSame(own: Own, group: "network" | "body"): Promise<Way | null> {
  const { index, reference } = await listedIndex();
  const slugs = valuesOf(own.facets, group);
  if (slugs.length === 0) return null;
  const nameOf = (slug: string) => (group === "network" ? reference.organisations.get(slug) : reference.records.get(`body:${slug}`));
  return {
    kind: group,
    ids: index.sharing(
      slugs.map((slug) => `${group}:${slug}`),
      DEFAULT_CHOICE,
      own.id,
      CANDIDATES,
    ),
    query: asked({ [group]: slugs }),
    reasonOf: ({ facets }) => {
      const name = slugs.filter((slug) => facets.includes(`${group}:${slug}`)).flatMap((slug) => nameOf(slug) ?? [])[0];
      return name === undefined ? null : { kind: group, name };
    },
  };
}
