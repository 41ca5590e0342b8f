import "server-only";
import { NOUN_FIELDS } from "@/domain/nouns";
import { linkOf, type EntityValue } from "@/domain/published/entity";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { PublicZone } from "@/domain/published/zone";
import type { CitedRelation, Graph, Relation, RelationKind, RelationNode, RelationSource } from "@/domain/relation";
import { atRevision, besideEntries } from "../at-revision";
import { listEntities } from "../entity/entities";
import { readRows } from "../read";

/** The links of organisations that are relations, by the field that says them. */
const KIND_OF_FIELD = { networks: "member", part_of: "section", partners: "partner" } as const satisfies Record<string, RelationKind>;
const FIELD_OF_KIND = new Map(Object.entries(KIND_OF_FIELD).map(([field, kind]) => [kind as RelationKind, field]));

/** The bodies that the public may see, with whom they name. */
const bodies = besideEntries(() => listEntities("body"));

type Row = { field: keyof typeof KIND_OF_FIELD; from: OrganisationLink; to: OrganisationLink; fromKind: string; toKind: string };

/** All relations of those whom the public may see: of each other, and with the bodies that name them. */
export const relations: () => Promise<Graph> = atRevision(async () => {
  const [rows, naming] = await Promise.all([
    readRows<Row>(
      `SELECT l."field", ${linkSql("a")} AS "from", ${linkSql("b")} AS "to", a."summary"->>'kind' AS "fromKind", b."summary"->>'kind' AS "toKind"
       FROM "OrganisationLink" l JOIN organisation_search a ON a."organisationId" = l."organisationId" JOIN organisation_search b ON b."organisationId" = l."otherId"
       WHERE l."field" = ANY ($1) ORDER BY a."nameKey", l."field", b."nameKey"`,
      [Object.keys(KIND_OF_FIELD)],
    ),
    bodies(),
  ]);
  const nodes = new Map<string, RelationNode>();
  const all: Relation[] = [];
  const organisation = ({ slug, name, acronym }: OrganisationLink, kind?: string) => {
    if (!nodes.has(slug)) nodes.set(slug, { id: slug, slug, what: kind === "network" ? "network" : "organisation", name, acronym });
    return slug;
  };
  for (const { field, from, to, fromKind, toKind } of rows) {
    all.push({ from: organisation(from, fromKind), to: organisation(to, toKind), kind: KIND_OF_FIELD[field], role: null });
  }
  for (const body of naming) {
    const named = organisationsOf(body.fields);
    if (named.length === 0) continue;
    const id = `body:${body.slug}`;
    nodes.set(id, { id, slug: body.slug, what: "body", name: linkOf(body).name, acronym: body.fields.acronym?.[0]?.value ?? null });
    for (const { field, value } of named) all.push({ from: organisation(value.organisation!), to: id, kind: "body", role: field });
  }
  return { nodes: [...nodes.values()], relations: all };
});

const linkSql = (row: string) =>
  `json_build_object('slug', ${row}."summary"->>'slug', 'name', ${row}."summary"->>'name', 'acronym', ${row}."summary"->>'acronym')`;

/** The values of a body that name organisations, each with its field. */
const organisationsOf = (fields: Record<string, EntityValue[]>): { field: string; value: EntityValue }[] =>
  Object.keys(NOUN_FIELDS.body).flatMap((field) => (fields[field] ?? []).flatMap((value) => (value.organisation ? [{ field, value }] : [])));

/** Adds the zones below the country in which two or more organisations of a graph work. */
export async function withSharedZones(graph: Graph): Promise<Graph> {
  const slugs = graph.nodes.flatMap(({ what, slug }) => (what === "body" ? [] : [slug]));
  const rows = await readRows<{ slug: string; zones: PublicZone[] }>(
    `SELECT s."summary"->>'slug' AS slug, s."summary"->'zones' AS zones FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"
     WHERE o."slug" = ANY ($1) ORDER BY o."slug"`,
    [slugs],
  );
  const within = new Map<string, { zone: PublicZone; slugs: string[] }>();
  for (const { slug, zones } of rows) {
    for (const zone of zones) {
      if (zone.level !== "country") within.set(zone.code, { zone, slugs: [...(within.get(zone.code)?.slugs ?? []), slug] });
    }
  }
  const shared = [...within.values()].filter((one) => one.slugs.length > 1);
  return {
    nodes: [...graph.nodes, ...shared.map(({ zone: { slug, name } }): RelationNode => ({ id: `zone:${slug}`, slug, what: "zone", name, acronym: null }))],
    relations: [
      ...graph.relations,
      ...shared.flatMap(({ zone, slugs: members }) => members.map((from): Relation => ({ from, to: `zone:${zone.slug}`, kind: "zone", role: null }))),
    ],
  };
}

/** The relations of a graph with the places that say them. */
export async function cited(graph: Graph): Promise<Graph<CitedRelation>> {
  const [said, naming] = await Promise.all([saidOfLinks(graph), bodies()]);
  const sourcesOf = ({ from, to, kind, role }: Relation): RelationSource[] => {
    if (kind !== "body") return said.get(`${from} ${FIELD_OF_KIND.get(kind) ?? ""} ${to}`) ?? [];
    const values = naming.find(({ slug }) => `body:${slug}` === to)?.fields[role ?? ""] ?? [];
    return values.filter(({ organisation }) => organisation?.slug === from).flatMap(({ citations }) => citations.map(toSource));
  };
  return { nodes: graph.nodes, relations: graph.relations.map((relation) => ({ ...relation, citations: sourcesOf(relation) })) };
}

const toSource = ({ source, sourceTitle, table, lineStart, lineEnd, anchor }: RelationSource): RelationSource => ({
  source,
  sourceTitle,
  table,
  lineStart,
  lineEnd,
  anchor,
});

/** By "slug field other": where the links between organisations are said. */
async function saidOfLinks({ relations: all }: Graph): Promise<Map<string, RelationSource[]>> {
  const slugs = [...new Set(all.flatMap(({ kind, from }) => (FIELD_OF_KIND.has(kind) ? [from] : [])))];
  const rows = await readRows<{ slug: string; field: string; value: string; citation: RelationSource }>(
    `SELECT o."slug", one->>'field' AS field, one->>'value' AS value, one AS citation FROM "Organisation" o JOIN organisation_search s ON s."organisationId" = o."id"
     CROSS JOIN LATERAL json_array_elements(s."details"->'citations') one WHERE o."slug" = ANY ($1) AND one->>'field' = ANY ($2)`,
    [slugs, [...FIELD_OF_KIND.values()]],
  );
  const said = new Map<string, RelationSource[]>();
  for (const { slug, field, value, citation } of rows) {
    const key = `${slug} ${field} ${value}`;
    said.set(key, [...(said.get(key) ?? []), toSource(citation)]);
  }
  return said;
}
