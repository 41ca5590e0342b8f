import type { PublicCitation } from "./published/statement";

/**
 * How one is related to another: a member of a network, a section of a whole, a partner, named by a body, at work in a zone below the country.
 * A relation goes from who belongs or declares it.
 */
export const RELATION_KINDS = ["member", "section", "partner", "body", "zone"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** What is related. `id` is unique among all: the slug, with what it is before it where that is no organisation. */
export type RelationNode = { id: string; slug: string; what: "organisation" | "network" | "body" | "zone"; name: string; acronym: string | null };

/** Where a relation is said. */
export type RelationSource = Pick<PublicCitation, "source" | "sourceTitle" | "table" | "lineStart" | "lineEnd" | "anchor">;

export type Relation = { from: string; to: string; kind: RelationKind; /** Of a body: as what it names the other, a field of bodies. */ role: string | null };
/** The same with its sources; several documents may say it. A shared zone has none of its own: it is said on the profile. */
export type CitedRelation = Relation & { citations: RelationSource[] };

export type Graph<R extends Relation = Relation> = { nodes: RelationNode[]; relations: R[] };

/** The part of a graph around one: what it is related to, and how these are to each other. */
export function around<R extends Relation>({ nodes, relations }: Graph<R>, id: string): Graph<R> {
  const near = new Set([id, ...relations.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))]);
  return { nodes: nodes.filter((node) => near.has(node.id)), relations: relations.filter(({ from, to }) => near.has(from) && near.has(to)) };
}

/** The most related of a graph, so that no more than `most` remain. */
export function mostRelated<R extends Relation>({ nodes, relations }: Graph<R>, most: number): Graph<R> {
  if (nodes.length <= most) return { nodes, relations };
  const degree = new Map<string, number>();
  for (const { from, to } of relations) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const kept = new Set(
    [...nodes]
      .sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id }) => id),
  );
  const among = relations.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const related = new Set(among.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ id }) => kept.has(id) && related.has(id)), relations: among };
}

/** The ways up from one through what it is a member or a section of, each from the one itself to the widest; only those of two steps and more. */
export function nestings({ relations }: Graph, id: string): string[][] {
  const up = (at: string, path: readonly string[]): string[][] => {
    const wider = relations.flatMap(({ from, to, kind }) => (from === at && (kind === "member" || kind === "section") && !path.includes(to) ? [to] : []));
    return wider.length === 0 ? [[...path]] : wider.flatMap((to) => up(to, [...path, to]));
  };
  return up(id, [id]).filter((path) => path.length > 2);
}
