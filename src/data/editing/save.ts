import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { RESTRICTED_FIELD } from "@/domain/change";
import { NOTHING_SAID } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { type InputProblem, type OrganisationFields, type OrganisationInput, parseOrganisationInput, parseTypedReferences } from "@/domain/organisation-input";
import { isUnavailable, troubleOf } from "@/lib/database-trouble";
import { canonical, changedFields, sameValue, utterances, withdrawals } from "@/domain/saying";
import { acceptChangeSet } from "../change/change-set";
import { type HistoryEntry, lastUpdates } from "../change/history";
import { publishChange } from "../change/project";
import { saidOf } from "../change/statements";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { entryNamed } from "../organisation/exists";
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

/** The organisation, held until the transaction ends: two editors who save at once come one after the other. */
async function lock(tx: Db, actor: Actor, slug: string): Promise<Locked | null> {
  const rows = await tx.$queryRaw<Locked[]>`select "id", "slug", "version", "visibility" from "Organisation" o
    where "slug" = ${slug} and ${seenEntries(actor)} for update`;
  return rows[0] ?? null;
}

/** Another entry of that name may be the same organisation: staff say when it is not. */
async function sameName(tx: Db, name: string, ownId: number | null, homonym: string | null | undefined): Promise<InputProblem[]> {
  if (homonym && fold(homonym) === fold(name)) return [];
  const slug = await entryNamed(tx, name, ownId);
  return slug === null ? [] : [{ path: "fields.name", reason: "same_name", value: slug }];
}

/** A database that hangs takes longer to be given up. */
const STALE_MS = 1000;

/** What makes the entries that name this one look different. */
const FACE: readonly string[] = ["name", "acronym", "visibility"];

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
    ...(before && fold(before.name) === fold(input.fields.name) ? [] : await sameName(tx, input.fields.name, locked?.id ?? null, input.homonym)),
    ...(resolved.ok ? [] : resolved.problems),
    ...(contacts.ok ? [] : contacts.problems),
    ...restricted.problems,
    // Whoever may not see an entry cannot be the one to close it to themselves.
    ...(visibilitiesSeenBy(actor).includes(input.fields.visibility) ? [] : [{ path: "fields.visibility", reason: "unknown_value" } as const]),
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
  if (seen) await publishChange(tx, [id], locked && changes.some(({ field }) => FACE.includes(field)) ? [id] : []);
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
