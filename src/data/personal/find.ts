import "server-only";
import type { Actor } from "@/domain/actor";
import type { PersonalPlace } from "@/domain/personal-data";
import { database } from "../client";

/** `slug`: of the organisation or the source; `id`: of the proposal. */
export type PersonalFind = { place: PersonalPlace; name: string; slug: string | null; id: number | null; field: string | null };

const SHORTEST = 3;
const MOST = 200;

/**
 * Everything that the database holds of a name, a telephone number or an address of mail: whoever asks what is known of them, or to be
 * forgotten, is answered from this list. Digits are compared without what stands between them. Every table is read through: administrators
 * ask rarely, and nothing must be missed.
 * @param actor an administrator, who sees everything; the caller has asked `canErase`
 * @returns null when the text is too short to mean anybody
 */
export async function findPersonalData(_actor: Actor, typed: string): Promise<PersonalFind[] | null> {
  const text = typed.trim();
  const digits = text.replace(/\D/g, "");
  if (text.length < SHORTEST) return null;
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  // Eight digits are a number of Mali without its prefix.
  const number = digits.length >= 8 && /^[\d\s.()+/-]+$/.test(text) ? `%${digits.slice(-8)}%` : null;
  return database().$queryRaw<PersonalFind[]>`
    WITH held AS (
      SELECT CASE WHEN s."withdrawnById" IS NULL THEN 'shown' ELSE 'former' END AS place, s."organisationId", s."field",
        concat_ws(' ', s."text", s."raw", s."usable", s."words", s."place") AS words FROM "Statement" s WHERE s."organisationId" IS NOT NULL
      UNION ALL
      SELECT 'restricted', r."organisationId", r."field", concat_ws(' ', r."text", r."raw", r."usable", r."words", r."place") FROM "RestrictedStatement" r
      UNION ALL
      SELECT 'consent', c."organisationId", NULL, concat_ws(' ', c."raw", c."agreedBy") FROM "Consent" c
      UNION ALL
      SELECT 'history', i."organisationId", i."field", concat_ws(' ', i."before"::text, i."after"::text, h."note")
      FROM "ChangeItem" i JOIN "ChangeSet" h ON h."id" = i."changeSetId" WHERE i."organisationId" IS NOT NULL
    ), found AS (
      SELECT held.place, o."name", o."slug", NULL::int AS id, held."field", held.words FROM held JOIN "Organisation" o ON o."id" = held."organisationId"
      UNION ALL
      SELECT 'proposal', coalesce(o."name", '#' || p."id"), NULL, p."id", NULL,
        concat_ws(' ', p."fields"::text, p."before"::text, p."message", p."how", p."reach", p."question", p."answer", p."reason")
      FROM "Proposal" p LEFT JOIN "Organisation" o ON o."id" = p."organisationId"
      UNION ALL
      SELECT 'file', f."name", d."slug", NULL, NULL, f."name" FROM "SourceFile" f JOIN "Source" d ON d."id" = f."sourceId"
      UNION ALL
      SELECT 'source', d."title", d."slug", NULL, NULL, concat_ws(' ', d."title", d."author", d."publisher") FROM "Source" d
      UNION ALL
      SELECT 'account', u."name", NULL, NULL, NULL, concat_ws(' ', u."name", u."email") FROM "User" u
    )
    SELECT DISTINCT place, "name", "slug", id, "field" FROM found
    WHERE words ILIKE ${like} OR fold(words) LIKE ${"%"} || fold(${text}) || ${"%"} OR (${number}::text IS NOT NULL AND regexp_replace(words, '[[:space:].()+/-]', '', 'g') LIKE ${number})
    ORDER BY place, "name", "field" LIMIT ${MOST}`;
}
