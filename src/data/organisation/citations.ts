import "server-only";
import type { PublicCitation } from "@/domain/published/statement";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { publicOnly } from "./public";
import type { CitedField } from "@/domain/vocabularies";

/** What a citation is read with. */
export const citationInclude = {
  source: { select: { slug: true, title: true, publishedOn: true } },
} as const satisfies Prisma.CitationInclude;

type CitationRow = Prisma.CitationGetPayload<{ include: typeof citationInclude }>;

export function toPublicCitation(row: CitationRow): PublicCitation {
  return {
    field: row.field as CitedField,
    value: row.value,
    text: row.text,
    basis: row.basis,
    source: row.source.slug,
    sourceTitle: row.source.title,
    sourcePublishedOn: row.source.publishedOn,
    table: row.place,
    lineStart: row.lineStart,
    lineEnd: row.lineEnd,
    saidOn: row.saidOn?.toISOString().slice(0, 10) ?? null,
    agrees: row.agrees,
  };
}

/**
 * The citations that may be shown: one of a partner or a network names another organisation, and
 * when that one is not public, neither is the citation.
 */
export async function publicCitations<T extends { field: string; value: string | null }>(db: Db, citations: readonly T[]): Promise<T[]> {
  const names = (citation: T) => citation.value !== null && (citation.field === "partners" || citation.field === "networks");
  const slugs = citations.filter(names).map(({ value }) => value!);
  if (slugs.length === 0) return [...citations];
  const hidden = await db.organisation.findMany({ where: { slug: { in: slugs }, NOT: publicOnly }, select: { slug: true } });
  const hiddenSlugs = new Set(hidden.map(({ slug }) => slug));
  return citations.filter((citation) => !names(citation) || !hiddenSlugs.has(citation.value!));
}
