import "server-only";
import { EDIT_NAMES } from "@/domain/fields";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";

/** The changes of a field that were not undone: `i` is the item, `c` its set. */
const STANDING_CHANGES = Prisma.sql`
  "ChangeItem" i JOIN "ChangeSet" c ON c."id" = i."changeSetId" AND i."field" IS NOT NULL
    AND c."state" = 'accepted' AND c."action" <> 'reverted'
    AND NOT EXISTS (
      SELECT FROM "ChangeSet" inverse JOIN "ChangeItem" undone ON undone."changeSetId" = inverse."id"
      WHERE inverse."undoesId" = c."id" AND undone."field" = i."field"
        AND undone."organisationId" IS NOT DISTINCT FROM i."organisationId" AND undone."entityId" IS NOT DISTINCT FROM i."entityId"
        AND undone."zoneId" IS NOT DISTINCT FROM i."zoneId" AND undone."typology" IS NOT DISTINCT FROM i."typology")`;

/** Those of them that staff made. */
export const STAFF_CHANGES = Prisma.sql`${STANDING_CHANGES} AND c."actorId" IS NOT NULL`;

const PUBLISHED = EDIT_NAMES.map(({ name }) => name);

/** The day (ISO 8601, UTC) on which staff last changed a value of each of these entries, by its id. What makes an entry corrects nothing, nor does what the public never sees. */
export async function lastCorrections(db: Db, organisationIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db.$queryRaw<{ id: number; day: string }[]>`
    SELECT i."organisationId" AS id, to_char(max(c."at") AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM ${STAFF_CHANGES}
    WHERE i."organisationId" = ANY (${[...organisationIds]}::int[]) AND c."action" = 'updated' AND i."field" = ANY (${PUBLISHED}) GROUP BY 1`;
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** Which of these entries say something else than when a person last verified them: who vouches does so for the entry as it stands. */
export async function changedSinceVerified(db: Db, organisationIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT o."id" FROM "Organisation" o WHERE o."id" = ANY (${[...organisationIds]}::int[]) AND o."verifiedAt" IS NOT NULL AND EXISTS (
      SELECT FROM ${STANDING_CHANGES} WHERE i."organisationId" = o."id" AND c."at" > o."verifiedAt" AND i."field" = ANY (${PUBLISHED})
        AND i."before" IS DISTINCT FROM i."after" AND i."changeSetId" > coalesce((
          SELECT max(vouched."changeSetId") FROM "ChangeItem" vouched JOIN "ChangeSet" v ON v."id" = vouched."changeSetId" AND v."state" = 'accepted' AND v."action" = 'verified'
          WHERE vouched."organisationId" = o."id" AND vouched."field" = 'verified_at'), 0))`;
  return new Set(rows.map(({ id }) => id));
}
