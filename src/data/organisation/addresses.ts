import "server-only";
import { read } from "../read";
import { publicSourceSlugs } from "../source/public";
import { STANDING } from "../zone/standing";
import { publicOnly } from "./public";

export type PublicAddress = { slug: string; updatedAt: Date };

/** A range of public organisations, for one file of the sitemap. */
export type AddressPart = { part: number; count: number; updatedAt: Date };

/**
 * Organisations in a range of ids, so that one stays in its part whatever becomes of the others. Both
 * languages of all of them make 20,000 addresses, in 8 MB: the protocol allows 50,000 and 50 MB.
 */
const IDS_A_PART = 10_000;

/** The names in addresses of the public records that are no organisation; nobody knows of one when its page last changed. */
export function otherAddresses(): Promise<Record<"zones" | "communities" | "sources" | "findings" | "sheets", string[]>> {
  return read(async (db) => {
    const asked = { select: { slug: true }, orderBy: { slug: "asc" } } as const;
    const [zones, communities, sources, findings, sheets] = await Promise.all([
      db.zone.findMany({ ...asked, where: STANDING }),
      db.entity.findMany({ ...asked, where: { noun: "community", ...publicOnly } }),
      db.$queryRaw<{ slug: string }[]>(publicSourceSlugs()),
      db.source.findMany({
        ...asked,
        where: { statements: { some: { valueOrganisationId: null, entity: { noun: { in: ["finding", "recommendation"] }, ...publicOnly } } } },
      }),
      db.entity.findMany({ ...asked, where: { noun: "sheet", ...publicOnly } }),
    ]);
    const slugsOf = (rows: { slug: string }[]) => rows.map(({ slug }) => slug);
    return { zones: slugsOf(zones), communities: slugsOf(communities), sources: slugsOf(sources), findings: slugsOf(findings), sheets: slugsOf(sheets) };
  });
}

/** The parts that hold public organisations, in order; parts count from 1. */
export function addressParts(): Promise<AddressPart[]> {
  return read(
    (db) => db.$queryRaw<AddressPart[]>`
      SELECT "id" / ${IDS_A_PART}::int + 1 AS part, count(*)::int AS count, max("updatedAt") AS "updatedAt"
      FROM "Organisation" WHERE "visibility" = 'public' AND "publishedAt" IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
}

/** The public organisations of one part. */
export function addressesOfPart(part: number): Promise<PublicAddress[]> {
  const first = (part - 1) * IDS_A_PART;
  return read((db) =>
    db.organisation.findMany({
      where: { id: { gte: first, lt: first + IDS_A_PART }, ...publicOnly },
      select: { slug: true, updatedAt: true },
      orderBy: { id: "asc" },
    }),
  );
}
