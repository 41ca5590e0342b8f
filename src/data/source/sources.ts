import "server-only";
import type { SourceCounts, SourceNoteKind, SourceReference, SourceSummary } from "@/domain/published/source";
import { besideLists } from "../at-revision";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { read } from "../read";
import { textOf, TEXTS, wholeTextOf } from "../texts";
import { publicSourceSlugs } from "./public";
import { citationsBySource, entityCounts, organisationsBySource } from "./counts";

const sourceInclude = {
  texts: TEXTS,
  notes: { include: { texts: TEXTS }, orderBy: { position: "asc" } },
  _count: { select: { entries: true } },
} as const satisfies Prisma.SourceInclude;

type SourceRow = Prisma.SourceGetPayload<{ include: typeof sourceInclude }>;

/** Of those of one slug or of all, what the public may know of. */
async function publicOf(db: Db, only?: string): Promise<{ slug: { in: string[] } }> {
  const rows = await db.$queryRaw<{ slug: string }[]>(publicSourceSlugs(only));
  return { slug: { in: rows.map(({ slug }) => slug) } };
}

/** Every document that the directory cites, the mapping first. */
export function listSources(): Promise<SourceSummary[]> {
  return read(async (db) => {
    const rows = await db.source.findMany({ where: await publicOf(db), include: sourceInclude, orderBy: [{ position: "asc" }, { id: "asc" }] });
    const said = await saidOfOrganisations(db, null);
    return Promise.all(rows.map((row) => toSummary(db, row, said)));
  });
}

/** One document, or null when there is none of this slug. */
export function findSource(slug: string): Promise<SourceSummary | null> {
  return read(async (db) => {
    const row = await db.source.findFirst({ where: await publicOf(db, slug), include: sourceInclude });
    return row && toSummary(db, row, await saidOfOrganisations(db, row.id));
  });
}

const references = besideLists(() =>
  read((db) =>
    db.source.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { slug: true, title: true, author: true, publisher: true, publishedOn: true },
    }),
  ),
);

/** The documents of these slugs, as references name them, in their order. */
export const referencedSources = async (slugs: readonly string[]): Promise<SourceReference[]> =>
  (await references()).filter(({ slug }) => slugs.includes(slug));

type Said = (row: SourceRow) => Pick<SourceCounts, "citations" | "organisations">;

async function saidOfOrganisations(db: Db, only: number | null): Promise<Said> {
  const [citations, organisations] = await Promise.all([citationsBySource(db, only), organisationsBySource()]);
  return ({ id, slug }) => ({ citations: citations.get(id) ?? 0, organisations: organisations(slug) });
}

async function toSummary(db: Db, row: SourceRow, said: Said): Promise<SourceSummary> {
  const { slug, title, author, publisher, publishedOn, language, url, licence } = row;
  const cited = { sourceId: row.id, cited: true, withdrawnById: null };
  const [typologyStatements, statistics, entities] = await Promise.all([
    db.statement.count({ where: { ...cited, typology: { not: null } } }),
    db.statement.count({ where: { ...cited, zoneId: { not: null } } }),
    entityCounts(db, row.slug),
  ]);
  return {
    slug,
    title,
    author,
    publisher,
    publishedOn,
    language,
    url,
    licence,
    note: textOf(row.texts, "note"),
    counts: {
      ...said(row),
      typologyStatements,
      statistics,
      ...row._count,
      ...entities,
    },
    notes: row.notes.map(({ kind, texts, lines }) => ({ kind: kind as SourceNoteKind, text: wholeTextOf(texts, "text")!, lines })),
  };
}
