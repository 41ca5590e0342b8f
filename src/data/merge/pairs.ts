import "server-only";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { WEIGHTS } from "./keys";

/** What more entries share than that tells nothing of two of them. */
export const MOST_SHARING = 8;

const WEIGHT = Prisma.raw(
  `CASE "kind" ${Object.entries(WEIGHTS)
    .map(([kind, weight]) => `WHEN '${kind}' THEN ${weight}`)
    .join(" ")} END`,
);

/** Writes anew the pairs in which these entries are, from the keys that they and all others have now. */
export async function writePairs(tx: Db, ids: readonly number[]): Promise<void> {
  const own = [...ids];
  await tx.$executeRaw`DELETE FROM likely_pair WHERE "firstId" = ANY (${own}::int[]) OR "secondId" = ANY (${own}::int[])`;
  await tx.$executeRaw`
    WITH shared AS (
      SELECT k."kind", k."key" FROM organisation_key k
      WHERE (k."kind", k."key") IN (SELECT "kind", "key" FROM organisation_key WHERE "organisationId" = ANY (${own}::int[]))
      GROUP BY 1, 2 HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}::int
    ), pair AS (
      SELECT DISTINCT a."organisationId" AS first, b."organisationId" AS second, s."kind"
      FROM shared s JOIN organisation_key a USING ("kind", "key") JOIN organisation_key b USING ("kind", "key")
      WHERE a."organisationId" < b."organisationId" AND NOT EXISTS (
        SELECT FROM "Organisation" o WHERE o."id" IN (a."organisationId", b."organisationId") AND o."archivedAt" IS NOT NULL)
    )
    INSERT INTO likely_pair ("firstId", "secondId", "reasons", "weight")
    SELECT first, second, array_agg("kind" ORDER BY ${WEIGHT} DESC, "kind"), sum(${WEIGHT}) FROM pair
    WHERE first = ANY (${own}::int[]) OR second = ANY (${own}::int[]) GROUP BY 1, 2`;
}
