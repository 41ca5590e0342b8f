import "server-only";
import type { Actor } from "@/domain/actor";
import { parseEntityInput, type Addition } from "@/domain/entity-input";
import { slugify } from "@/domain/fold";
import { NAMED_BY, nounField, type Noun } from "@/domain/nouns";
import type { InputProblem } from "@/domain/organisation-input";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import { publishChange } from "../change/project";
import type { NewStatement, StatementValue } from "../change/statements";
import { again } from "../change/undo";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { namedByEntities } from "../import/entities";
import { resolveZones } from "../zone/resolve";
import { resolveOrganisations } from "./references";
import { seenEntries } from "./seen";
import { correctionSource, isSource } from "./sources";

export type EntityResult =
  | { ok: true; slug: string; changed: boolean }
  | { ok: false; reason: "invalid"; problems: InputProblem[] }
  /** Someone saved since the form was opened; `version` is the one to save against now. */
  | { ok: false; reason: "conflict"; version: number }
  | { ok: false; reason: "not_found" };

type Locked = { id: number; version: number };

async function lock(tx: Db, noun: Noun, slug: string): Promise<Locked | null> {
  const [row] = await tx.$queryRaw<Locked[]>`SELECT "id", "version" FROM "Entity" WHERE "noun" = ${noun}::"Noun" AND "slug" = ${slug} FOR UPDATE`;
  return row ?? null;
}

/** Shows a changed entity: its pages, and the rows of the organisations that it names or named. */
async function show(tx: Db, id: number): Promise<void> {
  await tx.$executeRaw`UPDATE "Entity" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ${id}`;
  await publishChange(tx, await namedByEntities(tx, [{ entityId: id, field: null }]), []);
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
      const found = (await resolveOrganisations(tx, actor, [value])).get(value);
      return found ? { ok: true, value: { valueOrganisationId: found.id }, shown: found.slug } : refuse("unknown_organisation");
    }
    case "entity": {
      const others = await tx.entity.findMany({
        where: { noun: described.noun, slug: slugify(value), NOT: { id: ownId ?? 0 } },
        select: { id: true, slug: true },
      });
      return others[0] ? { ok: true, value: { valueEntityId: others[0].id }, shown: others[0].slug } : refuse("unknown_entity");
    }
    case "translated":
      return { ok: true, value: { text: value, language: "fr" }, shown: value };
    case "text":
    case "time":
    case "website":
      return { ok: true, value: { text: value }, shown: value };
  }
}

/** The slug of a new entity: of its name, numbered when another of its noun has it. */
async function newEntitySlug(tx: Db, noun: Noun, name: string): Promise<string> {
  const base = slugify(name) || noun;
  const taken = new Set((await tx.entity.findMany({ where: { noun, slug: { startsWith: base } }, select: { slug: true } })).map(({ slug }) => slug));
  let number = 1;
  while (taken.has(number === 1 ? base : `${base}-${number}`)) number += 1;
  return number === 1 ? base : `${base}-${number}`;
}

type Held = { id: number; field: string; value: string; english: number | null };

/** What holds of an entity and this person may see, with the English that goes with it. */
const heldBy = (tx: Db, actor: Actor, id: number): Promise<Held[]> => tx.$queryRaw<Held[]>`
  SELECT s."id", s."field", coalesce(s."code", s."text", o."slug", z."code", other."slug") AS value, english."id" AS english
  FROM "Statement" s LEFT JOIN "Organisation" o ON o."id" = s."valueOrganisationId" LEFT JOIN "Zone" z ON z."id" = s."valueZoneId"
    LEFT JOIN "Entity" other ON other."id" = s."valueEntityId"
    LEFT JOIN "Statement" english ON english."entityId" = s."entityId" AND english."field" = s."field" AND english."position" = s."position"
      AND english."sourceId" = s."sourceId" AND english."language" = 'en' AND english."withdrawnById" IS NULL
  WHERE s."entityId" = ${id} AND s."withdrawnById" IS NULL AND s."language" IS DISTINCT FROM 'en' AND (o."id" IS NULL OR ${seenEntries(actor)})`;

async function write(tx: Db, actor: Actor, noun: Noun, slug: string | null, given: unknown): Promise<EntityResult> {
  const parsed = parseEntityInput(noun, given);
  const locked = slug === null ? null : await lock(tx, noun, slug);
  if (slug !== null && !locked) return { ok: false, reason: "not_found" };
  if (!parsed.ok) return { ok: false, reason: "invalid", problems: parsed.problems };
  const { input } = parsed;
  if (locked && input.version !== locked.version) return { ok: false, reason: "conflict", version: locked.version };

  const problems: InputProblem[] = (await isSource(tx, input.provenance.source)) ? [] : [{ path: "provenance.source", reason: "unknown_source" }];
  const held = locked ? await heldBy(tx, actor, locked.id) : [];
  const gone = held.filter(({ id }) => input.withdraw.includes(id));
  const values = await Promise.all(input.add.map(async (addition) => ({ addition, found: await valueOf(tx, actor, noun, locked?.id ?? null, addition) })));
  for (const { found } of values) if (!found.ok) problems.push(found.problem);
  const naming = NAMED_BY[noun];
  const staysNamed = held.some(({ id, field }) => field === naming && !input.withdraw.includes(id)) || input.add.some(({ field }) => field === naming);
  if (!staysNamed) problems.push({ path: `add.${naming}`, reason: "required" });
  if (problems.length > 0) return { ok: false, reason: "invalid", problems };
  if (values.length === 0 && gone.length === 0) return { ok: true, slug: slug!, changed: false };

  const { basis, source, place, said_on: saidOn, note } = input.provenance;
  const sourceId = await correctionSource(tx, source);
  const created = locked
    ? null
    : await tx.entity.create({ data: { noun, slug: await newEntitySlug(tx, noun, input.add.find(({ field }) => field === naming)!.value), position: 10_000 } });
  const id = locked?.id ?? created!.id;
  const [{ next }] = await tx.$queryRaw<[{ next: number }]>`SELECT coalesce(max("position"), -1) + 1 AS next FROM "Statement" WHERE "entityId" = ${id}`;
  const locus = { entityId: id, basis, sourceId, place, lineStart: null, lineEnd: null, words: null, saidOn };
  const statements = values.flatMap(({ addition, found }, index): NewStatement[] => {
    if (!found.ok) return [];
    const said = { ...locus, field: addition.field, ...found.value, cited: true, position: next + index };
    return addition.english === null || nounField(noun, addition.field)!.shape !== "translated"
      ? [said]
      : [said, { ...said, text: addition.english, language: "en", cited: false }];
  });
  const items: ChangeItem[] = [
    ...gone.map(({ field, value }) => ({ entityId: id, field, before: value, after: null, version: locked?.version ?? null })),
    ...values.map(({ addition, found }) => ({
      entityId: id,
      field: addition.field,
      before: null,
      after: found.ok ? found.shown : null,
      version: locked?.version ?? null,
    })),
  ];
  await acceptChangeSet(
    tx,
    { author: { actor }, action: locked ? "updated" : "created", note },
    { items, statements, withdrawn: gone.flatMap(({ id: statement, english }) => (english === null ? [statement] : [statement, english])) },
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
 * Undoes a change of an entity by accepting its inverse: what it added is withdrawn, and what it took back is said again. What a later change
 * took back stays so.
 * @returns whether anything was undone
 */
export async function undoEntityChange(actor: Actor, noun: Noun, slug: string, changeSetId: number): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const locked = await lock(tx, noun, slug);
    const set = await tx.changeSet.findUnique({ where: { id: changeSetId }, include: { items: true } });
    if (!locked || set?.state !== "accepted" || set.action !== "updated" || set.items.some(({ entityId }) => entityId !== locked.id)) return false;
    const made = await tx.statement.findMany({ where: { madeById: set.id, withdrawnById: null } });
    const withdrawn = await tx.statement.findMany({ where: { withdrawnById: set.id }, orderBy: { id: "asc" } });
    if (made.length + withdrawn.length === 0) return false;
    const items = set.items.map(({ field, before, after }): ChangeItem => ({ entityId: locked.id, field, before: after, after: before }));
    await acceptChangeSet(
      tx,
      { author: { actor }, action: "reverted", undoes: set.id },
      { items, statements: withdrawn.map((row) => again(row) as NewStatement), withdrawn: made.map(({ id }) => id) },
    );
    await tx.changeSet.update({ where: { id: set.id }, data: { state: "undone" } });
    await show(tx, locked.id);
    return true;
  });
}
