import "server-only";
import type { Actor } from "@/domain/actor";
import { contactKey, parseConsent, type ConsentProblem, type ConsentTyped, type ConsentWay } from "@/domain/consent";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import type { ContactChannel } from "@/domain/vocabularies";
import { database } from "../client";
import { findEditable } from "../editing/edit-form";
import { inTransaction } from "../editing/refusable";
import { saveOrganisation, type SaveResult } from "../editing/save";
import { seenBy } from "../editing/seen";

export type KnownConsent = {
  id: number;
  channel: ContactChannel;
  raw: string;
  agreedBy: string;
  agreedOn: Date;
  how: ConsentWay;
  recordedBy: string;
  withdrawn: { by: string; at: Date } | null;
};

/** Who agreed to which contacts of an entry, the last first. For staff who may see the entry. */
export async function consentsOf(actor: Actor, slug: string): Promise<KnownConsent[]> {
  const name = { select: { name: true } };
  const rows = await database().consent.findMany({
    where: { organisation: { slug, ...seenBy(actor) } },
    orderBy: { id: "desc" },
    include: { recordedBy: name, withdrawnBy: name },
  });
  return rows.map(({ id, channel, raw, agreedBy, agreedOn, how, recordedBy, withdrawnBy, withdrawnAt }) => ({
    ...{ id, channel, raw, agreedBy, agreedOn, how: how as ConsentWay, recordedBy: recordedBy.name },
    withdrawn: withdrawnBy && withdrawnAt ? { by: withdrawnBy.name, at: withdrawnAt } : null,
  }));
}

export type ConsentResult = { ok: true } | { ok: false; reason: "invalid"; problems: ConsentProblem[] } | { ok: false; reason: "gone" };

/**
 * Notes who agreed that a contact of an entry is published; the one that was known of it is replaced.
 * @param actor who notes it; the caller has asked `canEditOrganisation`
 * @param today "2026-11-22", by the clock of who asks
 */
export async function recordConsent(actor: Actor, slug: string, typed: ConsentTyped, today: string): Promise<ConsentResult> {
  const parsed = parseConsent(typed, today);
  if (!parsed.ok) return { ok: false, reason: "invalid", problems: parsed.problems };
  const { given } = parsed;
  return inTransaction<ConsentResult>(async (tx) => {
    const entry = await findEditable(actor, slug, tx);
    if (!entry) return { ok: false, reason: "gone" };
    if (!entry.fields.contacts.some((contact) => contactKey(contact) === contactKey(given)))
      return { ok: false, reason: "invalid", problems: [{ name: "contact", reason: "unknown_contact" }] };
    const [{ id } = { id: 0 }] = await tx.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Organisation" WHERE "slug" = ${slug} FOR UPDATE`;
    const { channel, raw, ...rest } = given;
    await tx.$executeRaw`
      UPDATE "Consent" SET "withdrawnAt" = clock_timestamp(), "withdrawnById" = ${actor.id}
      WHERE "organisationId" = ${id} AND "channel" = ${channel}::"ContactChannel" AND "raw" = ${raw} AND "withdrawnAt" IS NULL`;
    await tx.consent.create({ data: { ...rest, channel, raw, agreedOn: new Date(rest.agreedOn), organisationId: id, recordedById: actor.id } });
    return { ok: true };
  });
}

const TRIES = 3;

export type WithdrawalResult = { ok: true } | { ok: false; reason: "gone" | "not_saved" };

/**
 * Takes a contact off an entry because whoever agreed to it no longer does: from every page, file and answer at once, by the same save as
 * every correction. What it was stays in the history of staff until an administrator erases it.
 * @param actor who does it; the caller has asked `canEditOrganisation`
 * @param today "2026-11-22", by the clock of who asks
 */
export async function withdrawConsent(actor: Actor, slug: string, id: number, today: string): Promise<WithdrawalResult> {
  const consent = await database().consent.findFirst({ where: { id, withdrawnAt: null, organisation: { slug, ...seenBy(actor) } } });
  if (!consent) return { ok: false, reason: "gone" };
  if (!(await takeOff(actor, slug, contactKey(consent), today))) return { ok: false, reason: "not_saved" };
  await database().$executeRaw`
    UPDATE "Consent" SET "withdrawnAt" = clock_timestamp(), "withdrawnById" = ${actor.id} WHERE "id" = ${id} AND "withdrawnAt" IS NULL`;
  return { ok: true };
}

/** Saves the entry without a contact, again when somebody else saved meanwhile. */
async function takeOff(actor: Actor, slug: string, key: string, today: string): Promise<boolean> {
  for (let time = 0; time < TRIES; time++) {
    const entry = await findEditable(actor, slug);
    if (!entry) return false;
    const contacts = entry.fields.contacts.filter((contact) => contactKey(contact) !== key);
    if (contacts.length === entry.fields.contacts.length) return true;
    const provenance = { basis: "self_declared", source: CORRECTION_SOURCE, place: "", said_on: today, note: "" };
    const given = { fields: { ...entry.fields, contacts }, restricted: entry.restricted, provenance, version: entry.version };
    const result: SaveResult = await saveOrganisation(actor, slug, given);
    if (result.ok) return true;
    if (result.reason !== "conflict") return false;
  }
  return false;
}

/**
 * Empties what a consent says of a person; that there was one stays.
 * @param actor who erases; the caller has asked `canErase`
 */
export async function eraseConsent(_actor: Actor, slug: string, id: number): Promise<boolean> {
  const { count } = await database().consent.updateMany({
    where: { id, withdrawnAt: { not: null }, organisation: { slug } },
    data: { raw: "", agreedBy: "" },
  });
  return count === 1;
}
