import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_INTO_FIELD } from "@/domain/change";
import { fieldOf, FIELD_OF_VOCABULARY, inOwnOrder } from "@/domain/fields";
import { VOCABULARIES, type Vocabulary } from "@/domain/terms";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import { publishChange } from "../change/project";
import type { NewStatement } from "../change/statements";
import { again } from "../change/undo";
import { eachBatch } from "../batches";
import type { Db } from "../client";
import { lockEntries } from "../editing/lock-entries";
import { inTransaction } from "../editing/refusable";
import { Prisma } from "../generated/prisma/client";
import { hold } from "../locks";
import { TERM_IS_SAID_PUBLICLY } from "./present";
import { findTerm } from "./save";

export type MergeTermResult = { ok: true; changeSetId: number; entries: number } | { ok: false; reason: "gone" | "itself" };

/** For a register of tens of thousands. */
const LIMITS = { maxWait: 10_000, timeout: 110_000 };

/** Every statement that says a term now. */
const saying = (tx: Db, vocabulary: Vocabulary, code: string) =>
  tx.statement.findMany({ where: { field: FIELD_OF_VOCABULARY[vocabulary], code, withdrawnById: null }, orderBy: { id: "asc" } });

const idsOf = (rows: readonly { organisationId: number | null }[]): number[] => [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];

/** What the field of each entry holds before and after, as its history tells it. */
async function itemsOf(tx: Db, ids: readonly number[], vocabulary: Vocabulary, from: string, into: string): Promise<ChangeItem[]> {
  const name = FIELD_OF_VOCABULARY[vocabulary];
  const field = fieldOf(name);
  const rows = await tx.$queryRaw<{ id: number; version: number; codes: string[] }[]>`
    SELECT o."id", o."version", array_agg(DISTINCT s."code") AS codes FROM "Organisation" o JOIN "Statement" s ON s."organisationId" = o."id"
    WHERE o."id" = ANY (${[...ids]}::int[]) AND s."field" = ${name} AND s."withdrawnById" IS NULL GROUP BY o."id" ORDER BY o."id"`;
  return rows.map(({ id, version, codes }) => {
    const after = codes.map((code) => (code === from ? into : code));
    return { organisationId: id, field: name, version, before: inOwnOrder(field, codes), after: inOwnOrder(field, after) };
  });
}

/**
 * Merges a term of the consortium into another term of its vocabulary: each statement that says it is said anew as the other, by the same source at
 * the same place, in one change set that can be undone. Its code means the other from then on.
 * @param actor who merges; the caller has asked `canEditVocabularies`
 */
export function mergeTerm(actor: Actor, vocabulary: Vocabulary, from: string, into: string): Promise<MergeTermResult> {
  return inTransaction<MergeTermResult>(async (tx) => {
    await hold(tx, "vocabularies");
    if (from === into) return { ok: false, reason: "itself" };
    // Entries first, as whoever saves one does; then the term, which nobody can say while it is held.
    await lockEntries(tx, idsOf(await saying(tx, vocabulary, from)));
    const term = await findTerm(tx, vocabulary, from);
    const isOwn = (VOCABULARIES[vocabulary] as readonly string[]).includes(into);
    if (!term || (!isOwn && !(await findTerm(tx, vocabulary, into)))) return { ok: false, reason: "gone" };
    const said = await saying(tx, vocabulary, from);
    const ids = idsOf(said);
    await lockEntries(tx, ids);
    const items = await itemsOf(tx, ids, vocabulary, from, into);
    const [known] = await tx.$queryRaw<{ isPublic: boolean }[]>`
      SELECT t."wasPublic" OR ${Prisma.raw(TERM_IS_SAID_PUBLICLY)} AS "isPublic" FROM "LocalTerm" t WHERE t."id" = ${term.id}`;
    await tx.localTerm.update({ where: { id: term.id }, data: { mergedInto: into, wasPublic: known!.isPublic } });
    const changeSetId = await acceptChangeSet(
      tx,
      { author: { actor }, action: "updated" },
      {
        items: [...items, { termId: term.id, field: MERGED_INTO_FIELD, before: null, after: into }],
        statements: said.map((row) => ({ ...(again(row) as NewStatement), code: into })),
        withdrawn: said.map(({ id }) => id),
      },
    );
    await eachBatch(ids, (part) => tx.$executeRaw`UPDATE "Organisation" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ANY (${part}::int[])`);
    await publishChange(tx, ids, []);
    return { ok: true, changeSetId, entries: ids.length };
  }, LIMITS);
}
