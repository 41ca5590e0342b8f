import "server-only";
import type { Actor } from "@/domain/actor";
import { fold, slugify } from "@/domain/fold";
import { LOCAL_PREFIX, type LocalCode, type Vocabulary } from "@/domain/terms";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import type { Db } from "../client";
import { inTransaction } from "../editing/refusable";
import { firstFree } from "../editing/slug";
import { Prisma } from "../generated/prisma/client";
import { hold } from "../locks";
import { SAYS_TERM } from "./present";

export const TERM_LABEL_MAX = 80;
export const TERM_LANGUAGES = ["fr", "en"] as const;
export type TermLabels = Record<(typeof TERM_LANGUAGES)[number], string>;

export type TermProblem = { field: keyof TermLabels; reason: "required" | "too_long" | "taken" };
export type TermResult =
  { ok: true; code: string; changed: boolean } | { ok: false; reason: "invalid"; problems: TermProblem[] } | { ok: false; reason: "gone" | "in_use" };

const clean = (text: string) => text.trim().replace(/\s+/g, " ").normalize("NFC");

/** A label in any language means one term of a vocabulary: a file may call it by either. */
function problemsOf(labels: TermLabels, taken: ReadonlySet<string>): TermProblem[] {
  return TERM_LANGUAGES.flatMap((field): TermProblem[] => {
    const key = fold(labels[field]);
    if (key === "") return [{ field, reason: "required" }];
    if (labels[field].length > TERM_LABEL_MAX) return [{ field, reason: "too_long" }];
    return taken.has(key) ? [{ field, reason: "taken" }] : [];
  });
}

/** The labels, folded, that a term cannot have. @param own those of the mapping's codes, which only the catalogues know */
async function takenIn(tx: Db, vocabulary: Vocabulary, own: readonly string[], but: number | null): Promise<Set<string>> {
  const others = await tx.localTerm.findMany({ where: { vocabulary, removedAt: null, ...(but === null ? {} : { id: { not: but } }) } });
  return new Set([...own, ...others.flatMap(({ fr, en }) => [fr, en])].map(fold));
}

/** The code of a new term, of its French label. */
async function newCode(tx: Db, vocabulary: Vocabulary, fr: string): Promise<LocalCode> {
  const base = LOCAL_PREFIX + (slugify(fr).replaceAll("-", "_").slice(0, 60).replace(/_+$/, "") || vocabulary);
  const taken = await tx.localTerm.findMany({ where: { vocabulary }, select: { code: true } });
  return firstFree(base, new Set(taken.map(({ code }) => code)), "_") as LocalCode;
}

/**
 * Adds a term to a vocabulary. One of the same French label that was removed stands again, with its code.
 * @param actor who adds it; the caller has asked `canEditVocabularies`
 * @param own the labels of the mapping's codes, in every language
 */
export function addTerm(actor: Actor, vocabulary: Vocabulary, typed: TermLabels, own: readonly string[]): Promise<TermResult> {
  return inTransaction<TermResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const labels = { fr: clean(typed.fr), en: clean(typed.en) };
    const problems = problemsOf(labels, await takenIn(tx, vocabulary, own, null));
    if (problems.length > 0) return { ok: false, reason: "invalid", problems };
    const removed = await tx.localTerm.findMany({ where: { vocabulary, removedAt: { not: null } } });
    const again = removed.find(({ fr }) => fold(fr) === fold(labels.fr));
    const { id, code } = again
      ? await tx.localTerm.update({ where: { id: again.id }, data: { ...labels, removedAt: null } })
      : await tx.localTerm.create({ data: { vocabulary, code: await newCode(tx, vocabulary, labels.fr), ...labels } });
    const items = TERM_LANGUAGES.map((field) => ({ termId: id, field, before: null, after: labels[field] }));
    await acceptChangeSet(tx, { author: { actor }, action: "created" }, { items });
    await publishChange(tx, [], []);
    return { ok: true, code, changed: true };
  });
}

/** The term of the consortium that stands under a code, held until the transaction ends. */
export async function findTerm(tx: Db, vocabulary: Vocabulary, code: string) {
  await tx.$queryRaw`SELECT "id" FROM "LocalTerm" WHERE "vocabulary" = ${vocabulary} AND "code" = ${code} FOR NO KEY UPDATE`;
  return tx.localTerm.findFirst({ where: { vocabulary, code, mergedInto: null, removedAt: null } });
}

/** Calls a term otherwise. Its code stays. */
export function renameTerm(actor: Actor, vocabulary: Vocabulary, code: string, typed: TermLabels, own: readonly string[]): Promise<TermResult> {
  return inTransaction<TermResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const term = await findTerm(tx, vocabulary, code);
    if (!term) return { ok: false, reason: "gone" };
    const labels = { fr: clean(typed.fr), en: clean(typed.en) };
    const problems = problemsOf(labels, await takenIn(tx, vocabulary, own, term.id));
    if (problems.length > 0) return { ok: false, reason: "invalid", problems };
    const items = TERM_LANGUAGES.flatMap((field) =>
      term[field] === labels[field] ? [] : [{ termId: term.id, field, before: term[field], after: labels[field] }],
    );
    if (items.length === 0) return { ok: true, code, changed: false };
    await tx.localTerm.update({ where: { id: term.id }, data: labels });
    await acceptChangeSet(tx, { author: { actor }, action: "updated" }, { items });
    await publishChange(tx, [], []);
    return { ok: true, code, changed: true };
  });
}

/** Takes a term of which nothing is said any more out of the choices. The history still names it. */
export function removeTerm(actor: Actor, vocabulary: Vocabulary, code: string): Promise<TermResult> {
  return inTransaction<TermResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const term = await findTerm(tx, vocabulary, code);
    if (!term) return { ok: false, reason: "gone" };
    const said = await tx.$queryRaw<object[]>`
      SELECT s."id" FROM "LocalTerm" t JOIN "Statement" s ON ${Prisma.raw(SAYS_TERM)} WHERE t."id" = ${term.id} LIMIT 1`;
    const into = await tx.localTerm.count({ where: { vocabulary, mergedInto: code } });
    if (said.length + into > 0) return { ok: false, reason: "in_use" };
    await tx.$executeRaw`UPDATE "LocalTerm" SET "removedAt" = clock_timestamp() WHERE "id" = ${term.id}`;
    await acceptChangeSet(tx, { author: { actor }, action: "archived" }, { items: [{ termId: term.id, field: null }] });
    await publishChange(tx, [], []);
    return { ok: true, code, changed: true };
  });
}
