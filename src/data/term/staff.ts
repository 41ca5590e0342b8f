import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_INTO_FIELD, type ChangeAction } from "@/domain/change";
import { FIELD_OF_VOCABULARY } from "@/domain/fields";
import { localTerms, VOCABULARIES, VOCABULARY_NAMES, type LocalTerm, type Vocabulary } from "@/domain/terms";
import { database } from "../client";
import { seenEntries } from "../editing/seen";

/** A code of a vocabulary with how many entries say it: those that the public sees, and all. */
export type CountedTerm = { code: string; published: number; all: number; /** Null for one of the mapping. */ local: LocalTerm | null };

/** Every vocabulary with the terms that stand, the mapping's first; terms that were merged come last, those that were removed are left out. */
export async function countedTerms(actor: Actor): Promise<{ vocabulary: Vocabulary; terms: CountedTerm[] }[]> {
  const fields = Object.values(FIELD_OF_VOCABULARY);
  const rows = await database().$queryRaw<{ field: string; code: string; published: number; all: number }[]>`
    SELECT s."field", s."code", count(DISTINCT o."id")::int AS "all",
      count(DISTINCT o."id") FILTER (WHERE o."visibility" = 'public' AND o."publishedAt" IS NOT NULL)::int AS published
    FROM "Statement" s JOIN "Organisation" o ON o."id" = s."organisationId"
    WHERE s."field" = ANY (${fields}) AND s."withdrawnById" IS NULL AND ${seenEntries(actor)} GROUP BY 1, 2`;
  return VOCABULARY_NAMES.map((vocabulary) => {
    const counted = (code: string, local: LocalTerm | null): CountedTerm => {
      const row = rows.find((one) => one.field === FIELD_OF_VOCABULARY[vocabulary] && one.code === code);
      return { code, local, published: row?.published ?? 0, all: row?.all ?? 0 };
    };
    const own = localTerms().filter((term) => term.vocabulary === vocabulary && !term.removed);
    const inOrder = [...own.filter(({ mergedInto }) => mergedInto === null), ...own.filter(({ mergedInto }) => mergedInto !== null)];
    return { vocabulary, terms: [...VOCABULARIES[vocabulary].map((code) => counted(code, null)), ...inOrder.map((term) => counted(term.code, term))] };
  });
}

/** What was done to a term: a label in one language, or into which term it was merged; nothing for its removal. */
export type TermChange = { id: number; at: Date; who: string; action: ChangeAction; field: string | null; before: unknown; after: unknown };

/** Every change of a term, newest first. */
export async function changesOfTerm(_actor: Actor, vocabulary: Vocabulary, code: string): Promise<TermChange[]> {
  const items = await database().changeItem.findMany({
    where: { term: { vocabulary, code } },
    orderBy: { id: "desc" },
    select: { field: true, before: true, after: true, changeSet: { select: { id: true, at: true, actorName: true, action: true } } },
  });
  return items.map(({ field, before, after, changeSet: { id, at, actorName, action } }) => ({ id, at, who: actorName, action, field, before, after }));
}

/** The change set that merged a term, as long as it is merged; null otherwise. */
export async function mergeOfTerm(_actor: Actor, vocabulary: Vocabulary, code: string): Promise<number | null> {
  const item = await database().changeItem.findFirst({
    where: { term: { vocabulary, code, mergedInto: { not: null } }, field: MERGED_INTO_FIELD, changeSet: { state: "accepted", action: "updated" } },
    orderBy: { id: "desc" },
    select: { changeSetId: true },
  });
  return item?.changeSetId ?? null;
}
