import "server-only";
import { FIELD_OF_VOCABULARY } from "@/domain/fields";
import { keepTerms, VOCABULARY_NAMES, type LocalTerm } from "@/domain/terms";
import { logger } from "@/lib/logger";
import { markProvisional } from "@/lib/request-outcome";
import { besideLists } from "../at-revision";
import { readRows } from "../read";

/** The field in which a term `t` is said, as SQL. */
export const FIELD_OF_TERM = `CASE t."vocabulary" ${VOCABULARY_NAMES.map((name) => `WHEN '${name}' THEN '${FIELD_OF_VOCABULARY[name]}'`).join(" ")} END`;

/** What says a term `t` now: statements `s` of entries `o`. The condition on the code is that of the index. */
export const SAYS_TERM = `s."code" = t."code" AND s."code" LIKE 'x\\_%' AND s."withdrawnById" IS NULL AND s."field" = ${FIELD_OF_TERM}`;

/** Whether a published entry says a term `t`: what who has no account may know of it. */
export const TERM_IS_SAID_PUBLICLY = `EXISTS (
  SELECT FROM "Statement" s JOIN "Organisation" o ON o."id" = s."organisationId" WHERE ${SAYS_TERM} AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL)`;

const byName = new Intl.Collator("fr");

const load = besideLists(async () => {
  const rows = await readRows<LocalTerm>(
    `SELECT t."vocabulary", t."code", t."fr", t."en", t."mergedInto", t."removedAt" IS NOT NULL AS "removed", t."wasPublic" OR ${TERM_IS_SAID_PUBLICLY} AS "isPublic"
     FROM "LocalTerm" t`,
    [],
  );
  return rows.sort((a, b) => byName.compare(a.fr, b.fr));
});

/**
 * Brings the terms of the consortium that this process knows up to the present revision. To be called before anything checks a code or says its
 * name: by what reads a request. When they cannot be read those known before are used, and the answer is not kept.
 */
export async function presentTerms(): Promise<void> {
  try {
    keepTerms(await load());
  } catch (error) {
    logger.warn({ err: error }, "The terms of the consortium could not be read");
    markProvisional();
  }
}
