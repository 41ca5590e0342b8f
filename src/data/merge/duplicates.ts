import "server-only";
import type { Actor } from "@/domain/actor";
import type { SaidFields } from "@/domain/fields";
import type { UsableContact } from "@/domain/saying";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "../editing/seen";
import { keysOf, type KeyKind } from "./keys";
import { MOST_SHARING } from "./pairs";

export type LikelyEntry = { slug: string; name: string; acronym: string | null };
export type Likely = {
  first: LikelyEntry;
  second: LikelyEntry;
  reasons: KeyKind[];
  /** Places below the country where both work. */
  places: string[];
  /** Who said that they are two. */
  distinct: string | null;
};

export const LIKELY_PAGE_SIZE = 25;

/**
 * The pairs of entries that this person may see and that may be one, those of which most is said first; or those of which staff said that
 * they are two.
 */
export async function likelyPairs(actor: Actor, { page, distinct }: { page: number; distinct: boolean }): Promise<{ total: number; pairs: Likely[] }> {
  const db = database();
  // Those that somebody may not see are few, and found by an index; the others are not looked at, but for one page of them.
  const unseen = Prisma.sql`SELECT "id" FROM "Organisation" o WHERE "visibility" = 'confidential' AND NOT (${seenEntries(actor)})`;
  const shown = Prisma.sql`
    FROM likely_pair p LEFT JOIN "DistinctPair" d ON d."firstId" = p."firstId" AND d."secondId" = p."secondId"
    WHERE ${Prisma.raw(distinct ? `d."firstId" IS NOT NULL` : `d."firstId" IS NULL`)} AND p."firstId" NOT IN (${unseen}) AND p."secondId" NOT IN (${unseen})`;
  const entry = (alias: string) => Prisma.raw(`json_build_object('slug', ${alias}."slug", 'name', ${alias}."name", 'acronym', ${alias}."acronym")`);
  const [[counted], pairs] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${shown}`,
    db.$queryRaw<Likely[]>`
      SELECT ${entry("a")} AS first, ${entry("b")} AS second, page."reasons", u."name" AS distinct, ARRAY(
        SELECT DISTINCT z."name" FROM "Statement" s JOIN "Statement" t ON t."valueZoneId" = s."valueZoneId" AND t."organisationId" = page."secondId" AND t."withdrawnById" IS NULL
          JOIN "Zone" z ON z."id" = s."valueZoneId" AND z."level" <> 'country'
        WHERE s."organisationId" = page."firstId" AND s."withdrawnById" IS NULL ORDER BY 1 LIMIT 5) AS places
      FROM (
        SELECT p."firstId", p."secondId", p."reasons", p."weight", d."saidById" ${shown}
        ORDER BY p."weight" DESC, p."firstId", p."secondId" LIMIT ${LIKELY_PAGE_SIZE} OFFSET ${(page - 1) * LIKELY_PAGE_SIZE}) page
      JOIN "Organisation" a ON a."id" = page."firstId" JOIN "Organisation" b ON b."id" = page."secondId" LEFT JOIN "User" u ON u."id" = page."saidById" ORDER BY page."weight" DESC, page."firstId", page."secondId"`,
  ]);
  return { total: counted?.total ?? 0, pairs };
}

/**
 * Remembers that two entries are two organisations, or forgets it again.
 * @param actor who says so; the caller has asked `canMerge` of both
 * @returns false when they do not see both
 */
export async function setDistinct(actor: Actor, slugs: readonly [string, string], distinct: boolean): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Organisation" o WHERE "slug" = ANY (${[...slugs]}) AND ${seenEntries(actor)} ORDER BY "id"`;
    const [firstId, secondId] = rows.map(({ id }) => id);
    if (firstId === undefined || secondId === undefined) return false;
    if (distinct) await tx.distinctPair.createMany({ data: [{ firstId, secondId, saidById: actor.id }], skipDuplicates: true });
    else await tx.distinctPair.deleteMany({ where: { firstId, secondId } });
    return true;
  });
}

/** An entry that shares something with one that is being typed. */
export type Alike = { kind: KeyKind; key: string; name: string; slug: string };

/** The entries that this person may see and that share a name, an acronym or a contact with one that is typed anew; what many share tells nothing. */
export async function entriesLike(tx: Db, actor: Actor, fields: SaidFields, contacts: readonly UsableContact[]): Promise<Alike[]> {
  const keys = keysOf(fields, contacts);
  return tx.$queryRaw<Alike[]>`
    SELECT DISTINCT ON (asked."kind", asked."key") asked."kind", asked."key", o."name", o."slug"
    FROM json_to_recordset(${JSON.stringify(keys)}::json) asked("kind" text, "key" text)
      JOIN organisation_key k ON k."kind" = asked."kind" AND k."key" = asked."key" JOIN "Organisation" o ON o."id" = k."organisationId"
    WHERE ${seenEntries(actor)} AND (SELECT count(*) FROM organisation_key other WHERE other."kind" = k."kind" AND other."key" = k."key") <= ${MOST_SHARING}::int
    ORDER BY asked."kind", asked."key", o."id"`;
}
/** An entry that works in one of these places, below the country, under a name of which three words out of four, and every number, are the same; null when there is none. */
export async function entryLikeThere(tx: Db, actor: Actor, name: string, zoneIds: readonly number[]): Promise<LikelyEntry | null> {
  const [own] = keysOf({ name, acronym: null, alias: [] }, []);
  if (!own) return null;
  const words = own.key.split(" ");
  const [found] = await tx.$queryRaw<LikelyEntry[]>`
    SELECT o."slug", o."name", o."acronym" FROM "Statement" s
      JOIN "Zone" z ON z."id" = s."valueZoneId" AND z."level" <> 'country'
      JOIN organisation_key k ON k."organisationId" = s."organisationId" AND k."kind" = 'name'
      JOIN "Organisation" o ON o."id" = s."organisationId"
      CROSS JOIN LATERAL (SELECT count(*) AS shared FROM unnest(string_to_array(k."key", ' ')) word WHERE word = ANY (${words})) common
    WHERE s."field" = 'zones' AND s."valueZoneId" = ANY (${[...zoneIds]}::int[]) AND s."withdrawnById" IS NULL AND ${seenEntries(actor)}
      AND common.shared >= 2 AND NOT EXISTS (SELECT FROM unnest(${words} || string_to_array(k."key", ' ')) word WHERE word ~ '\\d' AND NOT (word = ANY (${words}) AND word = ANY (string_to_array(k."key", ' '))))
      AND common.shared * 4 >= 3 * greatest(cardinality(string_to_array(k."key", ' ')), ${words.length}::int)
    ORDER BY common.shared DESC, o."id" LIMIT 1`;
  return found ?? null;
}
