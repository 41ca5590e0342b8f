import "server-only";
import type { Actor } from "@/domain/actor";
import { numberOf, parseEntityInput, type Addition } from "@/domain/entity-input";
import { slugify } from "@/domain/fold";
import { NAMED_BY, nounField, type Noun } from "@/domain/nouns";
import type { InputProblem } from "@/domain/organisation-input";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import { publishChange } from "../change/project";
import type { NewStatement, StatementValue } from "../change/statements";
import { again } from "../change/undo";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { organisationsNamedBy } from "../entity/named";
import { resolveZones } from "../zone/resolve";
import { heldStatements } from "./entity-form";
import { resolveOrganisations } from "./references";
import { newEntitySlug } from "./slug";
import { correctionSource, isSource } from "./sources";

export type EntityResult =
  | { ok: true; slug: string; changed: boolean }
  | { ok: false; reason: "invalid"; problems: InputProblem[] }
  /** Someone saved since the form was opened; `version` is the one to save against now. */
  | { ok: false; reason: "conflict"; version: number }
  | { ok: false; reason: "not_found" };

/** New ones stand after those of the files, which number theirs from 0. */
const AFTER_ALL = 1_000_000;

type Locked = { id: number; version: number };

async function lock(tx: Db, noun: Noun, slug: string): Promise<Locked | null> {
  const [row] = await tx.$queryRaw<Locked[]>`SELECT "id", "version" FROM "Entity" WHERE "noun" = ${noun}::"Noun" AND "slug" = ${slug} FOR UPDATE`;
  return row ?? null;
}

/** Shows a changed entity: its pages, and the rows of the organisations that it names or named. */
async function show(tx: Db, id: number): Promise<void> {
  await tx.$executeRaw`UPDATE "Entity" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ${id}`;
  await publishChange(tx, await organisationsNamedBy(tx, [id]), []);
}

type Valued = { ok: true; value: StatementValue; shown: string } | { ok: false; problem: InputProblem };

/** The typed value of an addition; organisations and entities are found by slug or name, zones by any name. */
async function valueOf(tx: Db, actor: Actor, noun: Noun, ownId: number | null, { field, value }: Addition): Promise<Valued> {
  const described = nounField(noun, field)!;
  const refuse = (reason: InputProblem["reason"]): Valued => ({ ok: false, problem: { path: `add.${field}`, reason, value } });
  switch (described.shape) {
    case "code":
      return { ok: true, value: { code: value }, shown: value };
    case "zone": {
      const zone = (await resolveZones(tx, [value])).get(value);
      return zone ? { ok: true, value: { valueZoneId: zone.id }, shown: zone.code } : refuse("unknown_zone");
    }
    case "organisation": {
      const found = (await resolveOrganisations(actor, tx, [value])).get(value);
      return found ? { ok: true, value: { valueOrganisationId: found.id }, shown: found.slug } : refuse("unknown_organisation");
    }
    case "entity": {
      const others = await tx.entity.findMany({
        where: { noun: described.noun, slug: slugify(value), NOT: { id: ownId ?? 0 } },
        select: { id: true, slug: true },
      });
      return others[0] ? { ok: true, value: { valueEntityId: others[0].id }, shown: others[0].slug } : refuse("unknown_entity");
    }
    case "number":
      return { ok: true, value: { number: numberOf(value), unit: described.unit }, shown: String(numberOf(value)) };
    case "translated":
      return { ok: true, value: { text: value, language: "fr" }, shown: value };
    case "text":
    case "time":
    case "website":
      return { ok: true, value: { text: value }, shown: value };
  }
}

async function write(tx: Db, actor: Actor, noun: Noun, slug: string | null, given: unknown): Promise<EntityResult> {
  const { input, problems } = parseEntityInput(noun, given);
  const locked = slug === null ? null : await lock(tx, noun, slug);
  if (slug !== null && !locked) return { ok: false, reason: "not_found" };
  if (locked && input.version !== locked.version) return { ok: false, reason: "conflict", version: locked.version };

  const { provenance } = input;
  if (provenance && !(await isSource(tx, provenance.source))) problems.push({ path: "provenance.source", reason: "unknown_source" });
  const held = locked ? await heldStatements(tx, actor, locked.id) : [];
  const gone = held.filter(({ id }) => input.withdraw.includes(id));
  const values: { addition: Addition; found: Extract<Valued, { ok: true }> }[] = [];
  for (const addition of input.add) {
    const found = await valueOf(tx, actor, noun, locked?.id ?? null, addition);
    if (found.ok) values.push({ addition, found });
    else problems.push(found.problem);
  }
  const naming = NAMED_BY[noun];
  const staysNamed = held.some(({ id, field }) => field === naming && !input.withdraw.includes(id)) || input.add.some(({ field }) => field === naming);
  if (!staysNamed && !problems.some(({ path }) => path === `add.${naming}`)) problems.push({ path: `add.${naming}`, reason: "required" });
  if (!provenance || problems.length > 0) return { ok: false, reason: "invalid", problems };
  if (values.length === 0 && gone.length === 0) return { ok: true, slug: slug!, changed: false };

  const { basis, source, place, said_on: saidOn, note } = provenance;
  const sourceId = await correctionSource(tx, source);
  const created = locked
    ? null
    : await tx.entity.create({
        data: { noun, slug: await newEntitySlug(tx, noun, input.add.find(({ field }) => field === naming)!.value), position: AFTER_ALL },
      });
  const id = locked?.id ?? created!.id;
  const [{ next }] = await tx.$queryRaw<[{ next: number }]>`SELECT coalesce(max("position"), -1) + 1 AS next FROM "Statement" WHERE "entityId" = ${id}`;
  const locus = { entityId: id, basis, sourceId, place, lineStart: null, lineEnd: null, words: null, saidOn };
  const statements = values.flatMap(({ addition, found }, index): NewStatement[] => {
    const said = { ...locus, field: addition.field, ...found.value, cited: true, position: next + index };
    return addition.english === null || nounField(noun, addition.field)!.shape !== "translated"
      ? [said]
      : [said, { ...said, text: addition.english, language: "en", cited: false }];
  });
  const items: ChangeItem[] = [
    ...gone.map(({ field, key }) => ({ entityId: id, field, before: key, after: null, version: locked?.version ?? null })),
    ...values.map(({ addition, found }) => ({
      entityId: id,
      field: addition.field,
      before: null,
      after: found.shown,
      version: locked?.version ?? null,
    })),
  ];
  await acceptChangeSet(
    tx,
    { author: { actor }, action: locked ? "updated" : "created", note },
    { items, statements, withdrawn: gone.flatMap(({ englishId }) => englishId ?? []).concat(gone.map(({ id: statement }) => statement)) },
  );
  await show(tx, id);
  return { ok: true, slug: slug ?? created!.slug, changed: true };
}

/** Undoes a transaction whose outcome is an expected refusal. */
class Refused extends Error {
  constructor(readonly result: EntityResult) {
    super("refused");
  }
}

/**
 * Adds values to an entity and takes others back, as one accepted change set.
 * @param actor who writes; the caller has asked `canEditEntity`
 * @param slug null for a new one, which is not published
 * @param given as a form sends it: it is parsed here
 */
export async function saveEntity(actor: Actor, noun: Noun, slug: string | null, given: unknown): Promise<EntityResult> {
  try {
    return await database().$transaction(async (tx) => {
      const result = await write(tx, actor, noun, slug, given);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}

/** Shows an entity to the public, or hides it. @returns whether that is something new; null when there is none */
export async function setEntityPublished(actor: Actor, noun: Noun, slug: string, published: boolean): Promise<boolean | null> {
  return database().$transaction(async (tx) => {
    const locked = await lock(tx, noun, slug);
    if (!locked) return null;
    const { publishedAt } = await tx.entity.findUniqueOrThrow({ where: { id: locked.id }, select: { publishedAt: true } });
    if ((publishedAt !== null) === published) return false;
    await acceptChangeSet(tx, { author: { actor }, action: published ? "published" : "unpublished" }, { items: [{ entityId: locked.id, field: null }] });
    await tx.entity.update({ where: { id: locked.id }, data: { publishedAt: published ? await databaseTime(tx) : null } });
    await show(tx, locked.id);
    return true;
  });
}

/**
 * Undoes a change of an entity by accepting its inverse: what it added is withdrawn, and what it took back is said again. A field that a
 * later change touched stays as it is.
 * @returns the fields that were left for that reason; null when nothing can be undone
 */
export async function undoEntityChange(actor: Actor, noun: Noun, slug: string, changeSetId: number): Promise<string[] | null> {
  return database().$transaction(async (tx) => {
    const locked = await lock(tx, noun, slug);
    const set = await tx.changeSet.findUnique({ where: { id: changeSetId }, include: { items: true } });
    if (!locked || set?.state !== "accepted" || set.action !== "updated" || set.items.some(({ entityId }) => entityId !== locked.id)) return null;
    const later = await tx.changeItem.findMany({
      where: { entityId: locked.id, changeSetId: { gt: set.id }, field: { not: null }, changeSet: { state: "accepted" } },
      select: { field: true },
    });
    const touched = new Set(later.map(({ field }) => field));
    const stands = ({ field }: { field: string | null }) => touched.has(field);
    const items = set.items.filter((item) => !stands(item));
    if (items.length === 0) return null;
    const made = (await tx.statement.findMany({ where: { madeById: set.id, withdrawnById: null } })).filter((row) => !stands(row));
    const withdrawn = (await tx.statement.findMany({ where: { withdrawnById: set.id }, orderBy: { id: "asc" } })).filter((row) => !stands(row));
    await acceptChangeSet(
      tx,
      { author: { actor }, action: "reverted", undoes: set.id },
      {
        items: items.map(({ field, before, after }): ChangeItem => ({ entityId: locked.id, field, before: after, after: before })),
        statements: withdrawn.map((row) => again(row) as NewStatement),
        withdrawn: made.map(({ id }) => id),
      },
    );
    const kept = [...new Set(set.items.filter(stands).flatMap(({ field }) => field ?? []))];
    if (kept.length === 0) await tx.changeSet.update({ where: { id: set.id }, data: { state: "undone" } });
    await show(tx, locked.id);
    return kept;
  });
}
