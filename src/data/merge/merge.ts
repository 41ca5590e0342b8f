import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_FROM_FIELD, MERGED_INTO_FIELD, MOVED_FIELD, RESTRICTED_FIELD } from "@/domain/change";
import { composeFields } from "@/domain/compose";
import { EDIT_NAMES, fieldOf, type EditName, type FieldCode, type SaidFields } from "@/domain/fields";
import { mergeChoices, mergedFields } from "@/domain/merge";
import { CORRECTION_SOURCE, type Provenance } from "@/domain/organisation-input";
import { referenceKey } from "@/domain/reference-line";
import { sameValue, utterances } from "@/domain/saying";
import type { Visibility } from "@/domain/vocabularies";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import { publishChange } from "../change/project";
import { insertStatements, saidOf, type KeptStatement } from "../change/statements";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { contactRows } from "../editing/contact-rows";
import { resolveOrganisations, resolveReferences } from "../editing/references";
import { inTransaction } from "../editing/refusable";
import { seenBy, seenEntries } from "../editing/seen";
import { correctionSource } from "../editing/sources";
import { toStatements } from "../editing/to-statements";
import type { Statement } from "../generated/prisma/client";
import { carriedStatements } from "./carry";
import { moveRows, type Pair } from "./moved";

export type MergingEntry = {
  id: number;
  slug: string;
  name: string;
  version: number;
  visibility: Visibility;
  publishedAt: Date | null;
  archivedAt: Date | null;
  mergedIntoId: number | null;
  fields: SaidFields;
};

/** Why two entries may not become one: one is there no longer, or archived; they are the same; the public may see one and not the other; somebody changed one since it was shown. */
export type MergeRefusal = "not_found" | "itself" | "archived" | "visibility" | "conflict";
export type MergeResult = { ok: true } | { ok: false; reason: MergeRefusal };

export type MergeInput = {
  survivor: string;
  merged: string;
  /** As they were shown. */
  versions: { survivor: number; merged: number };
  /** The fields of which the value of the merged one stays shown. */
  takes: ReadonlySet<FieldCode>;
  /** For colleagues, in the history. */
  note: string | null;
};

type State = Omit<MergingEntry, "fields">;
const withFields = (state: State, said: ReadonlyMap<number, KeptStatement[]>): MergingEntry => ({ ...state, fields: composeFields(said.get(state.id)!) });

/** What stands against a merge of two entries, whatever they say; null when nothing does. */
function refusalOf(survivor: State | undefined, merged: State | undefined): MergeRefusal | null {
  if (!survivor || !merged || survivor.mergedIntoId !== null || merged.mergedIntoId !== null) return "not_found";
  if (survivor.id === merged.id) return "itself";
  if (survivor.archivedAt || merged.archivedAt) return "archived";
  // What is said of one would be shown to, or hidden from, others than now.
  return survivor.visibility === merged.visibility ? null : "visibility";
}

export type MergePreview = { survivor: MergingEntry; merged: MergingEntry; choices: FieldCode[]; refusal: MergeRefusal | null };

const SELECT = { id: true, slug: true, name: true, version: true, visibility: true, publishedAt: true, archivedAt: true, mergedIntoId: true } as const;

/** Two entries side by side; null when this person sees one of them nowhere. */
export async function previewMerge(actor: Actor, survivorSlug: string, mergedSlug: string): Promise<MergePreview | null> {
  const db = database();
  const rows = await db.organisation.findMany({ where: { slug: { in: [survivorSlug, mergedSlug] }, mergedIntoId: null, ...seenBy(actor) }, select: SELECT });
  const [first, second] = [survivorSlug, mergedSlug].map((slug) => rows.find((row) => row.slug === slug));
  if (!first || !second) return null;
  const said = await saidOf(db, [first.id, second.id]);
  const [survivor, merged] = [withFields(first, said), withFields(second, said)];
  return { survivor, merged, choices: mergeChoices(survivor.fields, merged.fields), refusal: refusalOf(first, second) };
}

/** The slug of the entry into which another was merged, for staff; null when it stands by itself. */
export async function survivorOf(actor: Actor, slug: string): Promise<string | null> {
  const row = await database().organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { mergedInto: { select: { slug: true } } } });
  return row?.mergedInto?.slug ?? null;
}

/** The slug of the entry that somebody means by a slug, a name or an acronym; null when there is none that they may see. */
export async function meantEntry(actor: Actor, typed: string): Promise<string | null> {
  const key = referenceKey(typed);
  return (await resolveOrganisations(actor, database(), [key])).get(key)?.slug ?? null;
}

/** What changed of the entries and entities that named the merged one. */
async function itemsOfOthers(
  tx: Db,
  rows: readonly Statement[],
  { survivorId, mergedId }: Pair,
  slugs: { survivor: string; merged: string },
): Promise<ChangeItem[]> {
  const naming = rows.filter(({ organisationId }) => organisationId !== mergedId && organisationId !== survivorId);
  const ids = [...new Set(naming.flatMap(({ organisationId }) => organisationId ?? []))];
  const said = await saidOf(tx, ids);
  const ofEntities = naming.flatMap(({ entityId, field }): ChangeItem[] =>
    entityId === null ? [] : [{ entityId, field, before: slugs.merged, after: slugs.survivor }],
  );
  const ofOrganisations = ids.flatMap((organisationId) => {
    const fields = composeFields(said.get(organisationId)!);
    const names = [...new Set(naming.filter((row) => row.organisationId === organisationId).map(({ field }) => field as EditName))];
    return names.map((field): ChangeItem => {
      const before = fields[field] as string[];
      return { organisationId, field, before, after: [...new Set(before.map((slug) => (slug === slugs.merged ? slugs.survivor : slug)))].sort() };
    });
  });
  const key = ({ entityId, field }: { entityId?: number; field: string | null }) => `${entityId} ${field}`;
  return [...new Map(ofEntities.map((item) => [key(item as { entityId: number; field: string }), item])).values(), ...ofOrganisations];
}

/** The history of the two: what the survivor shows now, and that the merged one says nothing any more. A field of which only another source speaks now is named too, so that an import leaves it. */
function itemsOfBoth(survivor: MergingEntry, merged: MergingEntry, wanted: SaidFields, carried: ReadonlySet<string>, hidden: boolean): ChangeItem[] {
  const a = { organisationId: survivor.id, version: survivor.version };
  const b = { organisationId: merged.id, version: merged.version };
  const isTouched = ({ name, code }: (typeof EDIT_NAMES)[number]) => carried.has(code) || !sameValue(survivor.fields[name], wanted[name]);
  const nothing = (name: EditName) => (Array.isArray(merged.fields[name]) ? [] : null);
  const restricted = hidden ? [a, b].map((item) => ({ ...item, field: RESTRICTED_FIELD })) : [];
  return [
    { ...a, field: MERGED_FROM_FIELD, after: merged.name },
    ...EDIT_NAMES.filter(isTouched).map(({ name }) => ({ ...a, field: name, before: survivor.fields[name], after: wanted[name] })),
    { ...b, field: MERGED_INTO_FIELD, after: survivor.name },
    ...EDIT_NAMES.filter(({ name }) => !sameValue(merged.fields[name], nothing(name))).map(({ name }) => ({
      ...b,
      field: name,
      before: merged.fields[name],
      after: nothing(name),
    })),
    ...restricted,
  ];
}

/** What staff chose that the statements by themselves would not show, each on the ground of who said it. */
async function sayChoices(tx: Db, actor: Actor, survivor: MergingEntry, wanted: SaidFields, set: number): Promise<void> {
  const said = (await saidOf(tx, [survivor.id])).get(survivor.id)!;
  const shown = composeFields(said);
  const contacts = contactRows(wanted.contacts, said);
  const spoken = utterances(shown, wanted, contacts.ok ? contacts.rows : []).filter(({ field }) => !fieldOf(field).many || field === "alias");
  if (spoken.length === 0) return;
  const resolved = await resolveReferences(actor, tx, wanted, survivor.id);
  const references = resolved.ok ? resolved.references : { zones: new Map(), organisations: new Map() };
  const sourceId = await correctionSource(tx, CORRECTION_SOURCE);
  const saidOn = (await databaseTime(tx)).toISOString().slice(0, 10);
  const position = 1 + Math.max(...said.map((statement) => statement.position));
  const basisOf = (field: string, value: string): Provenance["basis"] => {
    const basis = said.find((statement) => statement.value === value && (statement.field === field || field === "alias"))?.basis;
    return basis === undefined || basis === "typology" ? "inferred" : basis;
  };
  const statements = spoken.flatMap((one) =>
    toStatements(
      survivor.id,
      [one],
      { basis: basisOf(one.field, one.value), source: CORRECTION_SOURCE, place: null, said_on: saidOn, note: null, sourceId },
      references,
      position,
    ),
  );
  await insertStatements(tx, "Statement", set, statements);
}

async function merge(tx: Db, actor: Actor, input: MergeInput): Promise<MergeResult> {
  const rows = await tx.$queryRaw<State[]>`
    SELECT "id", "slug", "name", "version", "visibility", "publishedAt", "archivedAt", "mergedIntoId" FROM "Organisation" o
    WHERE "slug" IN (${input.survivor}, ${input.merged}) AND ${seenEntries(actor)} ORDER BY "id" FOR UPDATE`;
  const states = [input.survivor, input.merged].map((slug) => rows.find((row) => row.slug === slug));
  const reason = refusalOf(states[0], states[1]);
  if (reason) return { ok: false, reason };
  const before = await saidOf(tx, [states[0]!.id, states[1]!.id]);
  const [survivor, merged] = [withFields(states[0]!, before), withFields(states[1]!, before)];
  if (survivor.version !== input.versions.survivor || merged.version !== input.versions.merged) return { ok: false, reason: "conflict" };

  const pair = { survivorId: survivor.id, mergedId: merged.id };
  const wanted = mergedFields(survivor, merged, input.takes);
  const offset = 1 + Math.max(-1, ...before.get(survivor.id)!.map(({ position }) => position));
  const { rows: named, ...content } = await carriedStatements(tx, pair, offset, wanted);
  const touched = new Set([
    ...content.statements.filter(({ organisationId }) => organisationId === survivor.id).map(({ field }) => field),
    ...named.filter(({ organisationId }) => organisationId === survivor.id).map(({ field }) => field),
  ]);
  const others = await itemsOfOthers(tx, named, pair, { survivor: survivor.slug, merged: merged.slug });
  const items = [
    ...itemsOfBoth(survivor, merged, wanted, touched, content.restrictedWithdrawn.length > 0),
    { organisationId: merged.id, field: MOVED_FIELD, after: await moveRows(tx, pair) },
    ...others,
  ];
  const set = await acceptChangeSet(tx, { author: { actor }, action: "merged", note: input.note }, { items, ...content });
  await sayChoices(tx, actor, survivor, wanted, set);
  await tx.$executeRaw`
    UPDATE "Organisation" SET "mergedIntoId" = ${survivor.id}, "publishedBefore" = "publishedAt", "publishedAt" = NULL WHERE "id" = ${merged.id}`;
  await touchRecords(tx, items);
  const organisations = [...new Set(items.flatMap((item) => ("organisationId" in item ? item.organisationId : [])))];
  await publishChange(tx, organisations, [survivor.id, merged.id]);
  return { ok: true };
}

/** Whoever has the form of one of these records open is told that it changed. */
export async function touchRecords(tx: Db, items: readonly ChangeItem[]): Promise<void> {
  const organisations = items.flatMap((item) => ("organisationId" in item ? item.organisationId : []));
  const entities = items.flatMap((item) => ("entityId" in item ? item.entityId : []));
  await tx.$executeRaw`UPDATE "Organisation" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ANY (${organisations}::int[])`;
  await tx.$executeRaw`UPDATE "Entity" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ANY (${entities}::int[])`;
}

/**
 * Makes one entry of two, as one accepted change set: what is said of the merged one, its citations and all that names it goes over to the
 * survivor, whose address stays; the other address leads there for good. `undoChangeSet` takes it back.
 * @param actor who merges; the caller has asked `canMerge` of both
 */
export const mergeOrganisations = (actor: Actor, input: MergeInput): Promise<MergeResult> => inTransaction((tx) => merge(tx, actor, input));
