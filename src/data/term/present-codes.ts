import "server-only";
import { isLocalCode, VOCABULARY_NAMES, type Vocabulary } from "@/domain/terms";
import { FIELD_OF_VOCABULARY } from "@/domain/fields";
import type { NewStatement } from "../change/statements";
import type { Db } from "../client";

const vocabularyOf = (field: string): Vocabulary | undefined => VOCABULARY_NAMES.find((name) => FIELD_OF_VOCABULARY[name] === field);

/**
 * Statements as the terms of the consortium stand now, whatever was read before: one that was merged is said as the other, and one that was removed
 * stands again. The terms stay as they are until the transaction ends.
 * @throws for a term that never was: what is parsed knows its terms
 */
export async function withPresentCodes(tx: Db, statements: readonly NewStatement[]): Promise<readonly NewStatement[]> {
  if (!statements.some(({ code }) => code !== undefined && isLocalCode(code))) return statements;
  const terms = await tx.$queryRaw<{ id: number; vocabulary: string; code: string; mergedInto: string | null; isRemoved: boolean }[]>`
    SELECT "id", "vocabulary", "code", "mergedInto", "removedAt" IS NOT NULL AS "isRemoved" FROM "LocalTerm" ORDER BY "id" FOR SHARE`;
  const again = new Set<number>();
  const meant = (vocabulary: Vocabulary | undefined, code: string): string => {
    if (!isLocalCode(code)) return code;
    const term = terms.find((one) => one.vocabulary === vocabulary && one.code === code);
    if (!term) throw new Error(`There is no term ${code} of ${vocabulary}`);
    if (term.isRemoved) again.add(term.id);
    return term.mergedInto === null ? code : meant(vocabulary, term.mergedInto);
  };
  const present = statements.map((statement) =>
    statement.code === undefined ? statement : { ...statement, code: meant(vocabularyOf(statement.field), statement.code) },
  );
  if (again.size > 0) await tx.localTerm.updateMany({ where: { id: { in: [...again] } }, data: { removedAt: null } });
  return present;
}
