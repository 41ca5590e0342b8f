import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { RESTRICTED_FIELD } from "@/domain/change";
import { namesWhere, NOTHING_SAID } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { type InputProblem, type OrganisationFields, type OrganisationInput, parseOrganisationInput, parseTypedReferences } from "@/domain/organisation-input";
import { hasRight, hasRightSomewhere } from "@/domain/rights";
import { isUnavailable, troubleOf } from "@/lib/database-trouble";
import { canonical, changedFields, sameValue, utterances, withdrawals, type UsableContact } from "@/domain/saying";
import { acceptChangeSet } from "../change/change-set";
import { type HistoryEntry, lastUpdates } from "../change/history";
import { publishChange } from "../change/project";
import { saidOf } from "../change/statements";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { entryNamed } from "../organisation/exists";
import { likeEntries } from "./alike";
import { contactRows } from "./contact-rows";
import { keptFields } from "./kept-fields";
import { inTransaction } from "./refusable";
import { resolveReferences } from "./references";
import { restrictedChange } from "./restricted";
import { seenEntries } from "./seen";
import { newSlug } from "./slug";
import { correctionSource, isSource } from "./sources";
import { toStatements } from "./to-statements";
import { unseenAmong, withoutUnseen, withUnseen } from "./unseen";

export type SaveResult =
  /** `version` is the one that the organisation has now. */
  | { ok: true; slug: string; version: number; changed: boolean }
  | { ok: false; reason: "invalid"; problems: InputProblem[] }
  /** Someone saved since the editor opened the form: what they changed, and the version to save against now. */
  | { ok: false; reason: "conflict"; version: number; since: HistoryEntry[]; current: OrganisationFields }
  | { ok: false; reason: "not_found" }
  /** The database did not answer in time. `stored`: whether it may have taken the change all the same. */
  | { ok: false; reason: "unavailable"; stored: "no" | "perhaps" };

type Locked = { id: number; slug: string; version: number; visibility: OrganisationFields["visibility"] };

/** The organisation, held until the transaction ends: two editors who save at once come one after the other. What only names it, such as a long import, need not wait. */
async function lock(tx: Db, actor: Actor, slug: string): Promise<Locked | null> {
  const rows = await tx.$queryRaw<Locked[]>`select "id", "slug", "version", "visibility" from "Organisation" o
    where "slug" = ${slug} and "mergedIntoId" is null and ${seenEntries(actor)} for no key update`;
  return rows[0] ?? null;
}

/** Another entry of that name may be the same organisation: staff say when it is not, of those that they may see. */
async function sameName(tx: Db, actor: Actor, name: string, ownId: number | null, homonym: string | null | undefined): Promise<InputProblem[]> {
  if (homonym && fold(homonym) === fold(name)) return [];
  const slug = await entryNamed(tx, actor, name, ownId);
  return slug === null ? [] : [{ path: "fields.name", reason: "same_name", value: slug }];
}

/** A new entry lies in the zones of who makes it. @param zoneIds those that it is given */
async function outsideZones(tx: Db, actor: Actor, zoneIds: readonly number[]): Promise<InputProblem[]> {
  const zones = await tx.zone.findMany({ where: { id: { in: [...zoneIds] } }, select: { path: true } });
  const place = { id: 0, zonePaths: zones.map(({ path }) => path) };
  return hasRight(actor, "create", place) ? [] : [{ path: "fields.zones.0", reason: "outside_zones" }];
}

/** Whoever may not see an entry cannot be the one to close it to themselves, and who may not publish it leaves it to those for whom it is. */
function visibilityProblems(actor: Actor, before: Locked | null, { visibility }: OrganisationFields): InputProblem[] {
  const isTheirs = visibilitiesSeenBy(actor).includes(visibility) && (hasRightSomewhere(actor, "publish") || before?.visibility === visibility);
  return isTheirs ? [] : [{ path: "fields.visibility", reason: "unknown_value" }];
}

/** A new entry that shares something with others may be one of them, too. What a program writes is compared in the list of likely pairs. */
async function alike(
  tx: Db,
  actor: Actor,
  { fields, homonym }: OrganisationInput,
  contacts: readonly UsableContact[],
  zoneIds: readonly number[],
): Promise<InputProblem[]> {
  if (homonym === undefined || (homonym && fold(homonym) === fold(fields.name))) return [];
  const found = await likeEntries(tx, actor, fields, contacts, zoneIds);
  // Those of the very same name are told already.
  const others = found.filter(({ why, name }) => why !== "name" || fold(name) !== fold(fields.name));
  return others.map(({ why, path, name, slug }) => ({ path, reason: `like_${why}`, value: `${name}, ${slug}` }));
}

/** A database that hangs takes longer to be given up. */
const STALE_MS = 1000;

/** What makes the entries that name this one look different. */
const FACE: readonly string[] = ["name", "acronym", "visibility"];

/** What shows or hides an entry, or names another. */
const SHOWS_OR_NAMES: readonly string[] = ["visibility", ...namesWhere(({ shape }) => shape === "organisation")];

async function write(tx: Db, actor: Actor, slug: string | null, input: OrganisationInput): Promise<SaveResult> {
  const locked = slug === null ? null : await lock(tx, actor, slug);
  if (slug !== null && !locked) return { ok: false, reason: "not_found" };
  const said = locked ? (await saidOf(tx, [locked.id])).get(locked.id)! : [];
  const before = locked ? keptFields(said, locked.visibility) : null;
  const unseen = before ? await unseenAmong(actor, tx, before) : new Set<string>();

  if (locked && before && input.version !== locked.version) {
    const behind = Math.max(1, locked.version - (input.version ?? 0));
    return { ok: false, reason: "conflict", version: locked.version, since: await lastUpdates(tx, locked.id, behind), current: withoutUnseen(before, unseen) };
  }

  const resolved = await resolveReferences(actor, tx, withUnseen(input.fields, before, unseen), locked?.id ?? null, unseen);
  const contacts = contactRows(input.fields.contacts, said);
  const restricted = await restrictedChange(actor, tx, locked?.id ?? null, input.restricted);
  const problems = [
    ...(before && fold(before.name) === fold(input.fields.name) ? [] : await sameName(tx, actor, input.fields.name, locked?.id ?? null, input.homonym)),
    ...(locked || !contacts.ok ? [] : await alike(tx, actor, input, contacts.rows, resolved.ok ? [...resolved.references.zones.values()] : [])),
    ...(resolved.ok ? [] : resolved.problems),
    ...(contacts.ok ? [] : contacts.problems),
    ...restricted.problems,
    ...visibilityProblems(actor, locked, input.fields),
    ...(locked || !resolved.ok ? [] : await outsideZones(tx, actor, [...resolved.references.zones.values()])),
    ...((await isSource(tx, input.provenance.source)) ? [] : [{ path: "provenance.source", reason: "unknown_source" } as const]),
  ];
  if (!resolved.ok || !contacts.ok || problems.length > 0) return { ok: false, reason: "invalid", problems };

  // Who looks for it by its former name must find it.
  const isRenamed = before !== null && fold(before.name) !== fold(input.fields.name);
  const alias = isRenamed && !input.fields.alias.some((name) => fold(name) === fold(before.name)) ? [...input.fields.alias, before.name] : input.fields.alias;
  const fields = canonical<OrganisationFields>({ ...input.fields, ...resolved.fields, alias });
  const known = before ?? { ...NOTHING_SAID, visibility: null };
  const state = sameValue(known.visibility, fields.visibility) ? [] : [{ field: "visibility", before: known.visibility, after: fields.visibility }];
  const changes = [...changedFields(known, fields), ...state];
  if (changes.length === 0 && !restricted.changed) return { ok: true, slug: locked!.slug, version: locked!.version, changed: false };

  const { id, slug: ownSlug } =
    locked ??
    (await tx.organisation.create({ data: { name: fields.name, kind: fields.kind, slug: await newSlug(tx, fields) }, select: { id: true, slug: true } }));
  const version = (locked?.version ?? 0) + 1;
  const provenance = { ...input.provenance, sourceId: await correctionSource(tx, input.provenance.source) };
  const position = 1 + Math.max(-1, ...said.map((statement) => statement.position));
  const items = [...changes, ...(restricted.changed ? [{ field: RESTRICTED_FIELD, before: null, after: null }] : [])];
  await acceptChangeSet(
    tx,
    { author: { actor }, action: locked ? "updated" : "created", note: provenance.note },
    {
      items: items.map((item) => ({ organisationId: id, version: locked?.version ?? null, ...item })),
      statements: toStatements(id, utterances(known, fields, contacts.rows), provenance, resolved.references, position),
      withdrawn: locked ? withdrawals(known, fields, said) : [],
      restricted: restricted.statements(id, provenance),
      restrictedWithdrawn: restricted.withdrawn,
    },
  );
  // What does not leave the consortium moves nothing that the public can see.
  const seen = changes.length > 0;
  await tx.$executeRaw`
    UPDATE "Organisation" SET "version" = ${version}, "visibility" = ${fields.visibility}::"Visibility", "updatedAt" = CASE WHEN ${seen} THEN now() ELSE "updatedAt" END
    WHERE "id" = ${id}`;
  const touches = (fields: readonly string[]) => locked !== null && changes.some(({ field }) => fields.includes(field));
  if (seen) await publishChange(tx, [id], touches(FACE) ? [id] : [], { isOwn: locked !== null && !touches(SHOWS_OR_NAMES) });
  return { ok: true, slug: ownSlug, version, changed: true };
}

/** What the database finds wrong with an input that is refused already: its author reads every fault at once. */
async function furtherProblems(actor: Actor, slug: string | null, given: unknown): Promise<InputProblem[]> {
  const typed = parseTypedReferences(given);
  if (!typed) return [];
  const db = database();
  const own = slug === null ? null : await db.organisation.findUnique({ where: { slug }, select: { id: true } });
  const said = own ? (await saidOf(db, [own.id])).get(own.id)! : [];
  const resolved = await resolveReferences(actor, db, typed, own?.id ?? null);
  const contacts = contactRows(typed.contacts, said);
  return [...(resolved.ok ? [] : resolved.problems), ...(contacts.ok ? [] : contacts.problems)];
}

/**
 * Creates or changes an organisation: a change set with its statements, and what pages read of them, in one transaction. Nothing is
 * written when nothing changed.
 *
 * @param actor who writes; the caller has asked `canEditOrganisation`
 * @param slug the organisation, or null for a new one
 * @param given the input as it came: it is parsed here
 * @param now by this server's clock, good enough to tell a year
 */
export async function saveOrganisation(actor: Actor, slug: string | null, given: unknown, now = new Date()): Promise<SaveResult> {
  const parsed = parseOrganisationInput(given, now);
  if (!parsed.ok) return { ok: false, reason: "invalid", problems: [...parsed.problems, ...(await furtherProblems(actor, slug, given))] };
  let written = false;
  const begun = performance.now();
  const attempt = () =>
    inTransaction(async (tx) => {
      const result = await write(tx, actor, slug, parsed.input);
      written = result.ok;
      return result;
    });
  try {
    return await attempt().catch((error: unknown) => {
      // Two new organisations of one name at the same moment: the second takes the next slug.
      const taken = slug === null && error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
      // A connection that broke while nobody used it, found out at once: nothing was written, and another is there.
      const stale = troubleOf(error) === "lost" && !written && performance.now() - begun < STALE_MS;
      if (taken || stale) return attempt();
      throw error;
    });
  } catch (error) {
    // All was written, but nobody heard whether it was accepted.
    if (isUnavailable(error)) return { ok: false, reason: "unavailable", stored: written ? "perhaps" : "no" };
    throw error;
  }
}
