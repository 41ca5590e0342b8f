import "server-only";
import type { Actor } from "@/domain/actor";
import { RESTRICTED_FIELD } from "@/domain/change";
import { fold } from "@/domain/fold";
import { type InputProblem, type OrganisationFields, type OrganisationInput, parseOrganisationInput, parseTypedReferences } from "@/domain/organisation-input";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { canonical, changedFields, readFields, UNKNOWN_FIELDS } from "./edit-fields";
import { resolveReferences } from "./edit-references";
import { type HistoryEntry, lastUpdates } from "./history";
import { writeRestrictedValues } from "./restricted";
import { citeChanges, isSource, recomputeAgreement } from "./save-citations";
import { columnsOf, contactRows, writeSets } from "./save-rows";
import { refreshSearch } from "../search/search-rows";
import { newSlug } from "./slug";

export type SaveResult =
  /** `version` is the one that the organisation has now. */
  | { ok: true; slug: string; version: number; changed: boolean }
  | { ok: false; reason: "invalid"; problems: InputProblem[] }
  /** Someone saved since the editor opened the form: what they changed, and the version to save against now. */
  | { ok: false; reason: "conflict"; version: number; since: HistoryEntry[]; current: OrganisationFields }
  | { ok: false; reason: "not_found" };

type Locked = { id: number; slug: string; version: number };

/** The organisation, held until the transaction ends: two editors who save at once come one after the other. */
async function lock(tx: Db, slug: string): Promise<Locked | null> {
  const rows = await tx.$queryRaw<Locked[]>`select "id", "slug", "version" from "Organisation" where "slug" = ${slug} for update`;
  return rows[0] ?? null;
}

/** Another record of the same name would be the same organisation twice. */
async function sameName(tx: Db, name: string, ownId: number | null): Promise<InputProblem[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    select "slug" from "Organisation" where "nameKey" = ${fold(name)} and "id" is distinct from ${ownId}::int limit 1`;
  return rows.map(({ slug }) => ({ path: "fields.name", reason: "same_name", value: slug }));
}

async function write(tx: Db, actor: Actor, slug: string | null, input: OrganisationInput): Promise<SaveResult> {
  const locked = slug === null ? null : await lock(tx, slug);
  if (slug !== null && !locked) return { ok: false, reason: "not_found" };
  const before = locked ? await readFields(tx, locked.id) : null;

  if (locked && before && input.version !== locked.version) {
    const behind = Math.max(1, locked.version - (input.version ?? 0));
    return { ok: false, reason: "conflict", version: locked.version, since: await lastUpdates(tx, locked.id, behind), current: before };
  }

  const resolved = await resolveReferences(tx, input.fields, locked?.id ?? null);
  const kept = locked ? await tx.contact.findMany({ where: { organisationId: locked.id } }) : [];
  const contacts = contactRows(input.fields.contacts, kept);
  const citable = await isSource(tx, input.provenance.source);
  const problems = [
    ...(before && fold(before.name) === fold(input.fields.name) ? [] : await sameName(tx, input.fields.name, locked?.id ?? null)),
    ...(resolved.ok ? [] : resolved.problems),
    ...(contacts.ok ? [] : contacts.problems),
    ...(citable ? [] : [{ path: "provenance.source", reason: "unknown_source" } as const]),
  ];
  if (!resolved.ok || !contacts.ok || problems.length > 0) return { ok: false, reason: "invalid", problems };

  const fields = canonical({ ...input.fields, ...resolved.fields });
  const changes = changedFields(before ?? UNKNOWN_FIELDS, fields);
  const now = new Date();
  const { id, slug: ownSlug } =
    locked ?? (await tx.organisation.create({ data: { ...columnsOf(fields), slug: await newSlug(tx, fields), createdAt: now, updatedAt: now } }));
  const restrictedChanged = await writeRestrictedValues(actor, tx, id, input.restricted);
  if (changes.length === 0 && !restrictedChanged) return { ok: true, slug: ownSlug, version: locked?.version ?? 1, changed: false };

  if (locked) {
    await tx.organisation.update({ where: { id }, data: { ...columnsOf(fields), updatedAt: now, version: { increment: 1 } } });
  }
  const changed = new Set(changes.map(({ field }) => field));
  await writeSets(tx, id, fields, changed, contacts.rows, resolved.references);
  await citeChanges(tx, id, changes, fields, contacts.rows, input.provenance);
  await recomputeAgreement(tx, id, changes, fields);
  const history = restrictedChanged ? [...changes, { field: RESTRICTED_FIELD, before: null, after: null }] : changes;
  await tx.change.create({
    data: {
      organisationId: id,
      actorId: actor.id,
      actorName: actor.name,
      at: now,
      action: locked ? "updated" : "created",
      fields: history as unknown as Prisma.InputJsonValue,
      note: input.provenance.note,
    },
  });
  await refreshSearch(tx, id, changed.has("visibility"));
  return { ok: true, slug: ownSlug, version: locked ? locked.version + 1 : 1, changed: true };
}

/** What the database finds wrong with an input that is refused already: its author reads every fault at once. */
async function furtherProblems(slug: string | null, given: unknown): Promise<InputProblem[]> {
  const typed = parseTypedReferences(given);
  if (!typed) return [];
  const db = database();
  const own = slug === null ? null : await db.organisation.findUnique({ where: { slug }, select: { id: true, contacts: true } });
  const resolved = await resolveReferences(db, typed, own?.id ?? null);
  const contacts = contactRows(typed.contacts, own?.contacts ?? []);
  return [...(resolved.ok ? [] : resolved.problems), ...(contacts.ok ? [] : contacts.problems)];
}

/** Undoes a transaction whose outcome is an expected refusal. */
class Refused extends Error {
  constructor(readonly result: SaveResult) {
    super("refused");
  }
}

/**
 * Creates or changes an organisation with all that belongs to it: its rows, the citations of what
 * changed, the history and the search rows, in one transaction. Nothing is written when nothing changed.
 *
 * @param actor who writes; the caller has asked `canEditOrganisation`
 * @param slug the organisation, or null for a new one
 * @param given the input as it came: it is parsed here
 */
export async function saveOrganisation(actor: Actor, slug: string | null, given: unknown): Promise<SaveResult> {
  const parsed = parseOrganisationInput(given);
  if (!parsed.ok) return { ok: false, reason: "invalid", problems: [...parsed.problems, ...(await furtherProblems(slug, given))] };
  const attempt = () =>
    database().$transaction(async (tx) => {
      const result = await write(tx, actor, slug, parsed.input);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  try {
    return await attempt().catch((error: unknown) => {
      // Two new organisations of one name at the same moment: the second takes the next slug.
      const taken = slug === null && error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
      if (taken) return attempt();
      throw error;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}
