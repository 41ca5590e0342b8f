import "server-only";
import type { Actor } from "@/domain/actor";
import { editedField, isNoun, namingField, type Edited, type EditedRecord } from "@/domain/edited";
import { numberOf, parseEntityInput, type Addition } from "@/domain/entity-input";
import { slugify } from "@/domain/fold";
import type { InputProblem } from "@/domain/organisation-input";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import type { NewStatement, StatementValue } from "../change/statements";
import type { Db } from "../client";
import { resolveZones } from "../zone/resolve";
import { aboutSql, locate, type Located } from "./edited-record";
import { heldStatements, type HeldStatement } from "./entity-form";
import { inTransaction } from "./refusable";
import { resolveOrganisations } from "./references";
import { showRecord } from "./show-record";
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

type Valued = { ok: true; value: StatementValue; shown: string } | { ok: false; problem: InputProblem };

/** The typed value of an addition; organisations and entities are found by slug or name, zones by any name. */
async function valueOf(tx: Db, actor: Actor, edited: Edited, located: Located | null, { field, value }: Addition): Promise<Valued> {
  const described = editedField(edited, field)!;
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
      const own = located && "entityId" in located.ref ? located.ref.entityId : 0;
      const [other] = await tx.entity.findMany({ where: { noun: described.noun, slug: slugify(value), NOT: { id: own } }, select: { id: true, slug: true } });
      return other ? { ok: true, value: { valueEntityId: other.id }, shown: other.slug } : refuse("unknown_entity");
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

/** A source says a figure of a zone once for a time. */
function repeatedFigures(edited: Edited, held: readonly HeldStatement[], add: readonly Addition[], source: string): InputProblem[] {
  if (edited !== "zone") return [];
  const said = (field: string, since: string | null) => held.some((one) => one.field === field && one.source === source && one.since === since);
  return add.flatMap(({ field, value, since }) => (said(field, since) ? [{ path: `add.${field}`, reason: "repeated_figure" as const, value }] : []));
}

async function write(tx: Db, actor: Actor, edited: Edited, slug: string | null, given: unknown): Promise<EntityResult> {
  const { input, problems } = parseEntityInput(edited, given);
  const located = slug === null ? null : await locate(tx, { edited, slug }, true);
  if (!located && (slug !== null || !isNoun(edited))) return { ok: false, reason: "not_found" };
  if (located && input.version !== located.version) return { ok: false, reason: "conflict", version: located.version };

  const { provenance } = input;
  if (provenance && !(await isSource(tx, provenance.source))) problems.push({ path: "provenance.source", reason: "unknown_source" });
  const held = located ? await heldStatements(tx, actor, located) : [];
  const gone = held.filter(({ id }) => input.withdraw.includes(id));
  const stays = held.filter(({ id }) => !input.withdraw.includes(id));
  const values: { addition: Addition; found: Extract<Valued, { ok: true }> }[] = [];
  for (const addition of input.add) {
    const found = await valueOf(tx, actor, edited, located, addition);
    if (found.ok) values.push({ addition, found });
    else problems.push(found.problem);
  }
  if (provenance) problems.push(...repeatedFigures(edited, stays, input.add, provenance.source));
  const naming = namingField(edited);
  const isNamed = naming === null || [...stays, ...input.add].some(({ field }) => field === naming);
  if (!isNamed && !problems.some(({ path }) => path === `add.${naming}`)) problems.push({ path: `add.${naming}`, reason: "required" });
  if (!provenance || problems.length > 0) return { ok: false, reason: "invalid", problems };
  if (values.length === 0 && gone.length === 0) return { ok: true, slug: slug!, changed: false };

  const { basis, source, place, said_on: saidOn, note } = provenance;
  const sourceId = await correctionSource(tx, source);
  const record: Located & { slug?: string } = located ?? (await createEntity(tx, edited, input.add.find(({ field }) => field === naming)!.value));
  const { ref } = record;
  const version = located && "entityId" in ref ? located.version : null;
  const [{ next }] = await tx.$queryRaw<
    [{ next: number }]
  >`SELECT coalesce(max(s."position"), -1) + 1 AS next FROM "Statement" s WHERE ${aboutSql("s", record)}`;
  const locus = { ...ref, basis, sourceId, place, lineStart: null, lineEnd: null, words: null, saidOn };
  const statements = values.flatMap(({ addition: { field, english, since, about, moreThan }, found }, index): NewStatement[] => {
    const said = { ...locus, field, ...found.value, since, about, moreThan, cited: true, position: next + index };
    return english === null || editedField(edited, field)!.shape !== "translated" ? [said] : [said, { ...said, text: english, language: "en", cited: false }];
  });
  const items: ChangeItem[] = [
    ...gone.map(({ field, key }) => ({ ...ref, field, before: key, after: null, version })),
    ...values.map(({ addition: { field }, found }) => ({ ...ref, field, before: null, after: found.shown, version })),
  ];
  await acceptChangeSet(
    tx,
    { author: { actor }, action: located ? "updated" : "created", note },
    { items, statements, withdrawn: gone.flatMap(({ englishId }) => englishId ?? []).concat(gone.map(({ id: statement }) => statement)) },
  );
  await showRecord(
    tx,
    record,
    items.flatMap(({ field }) => field ?? []),
  );
  return { ok: true, slug: slug ?? record.slug!, changed: true };
}

/** A new one, which is not published. */
async function createEntity(tx: Db, edited: Edited, name: string): Promise<Located & { slug?: string }> {
  if (!isNoun(edited)) throw new Error(`There is no new ${edited}.`);
  const { id, slug, version } = await tx.entity.create({ data: { noun: edited, slug: await newEntitySlug(tx, edited, name), position: AFTER_ALL } });
  return { ref: { entityId: id }, version, slug };
}

/**
 * Adds values to a record and takes others back, as one accepted change set.
 * @param actor who writes; the caller has asked `canEditEntity`
 * @param slug null for a new one, which is not published; there are no new zones and typologies
 * @param given as a form sends it: it is parsed here
 */
export async function saveEntity(actor: Actor, { edited, slug }: Omit<EditedRecord, "slug"> & { slug: string | null }, given: unknown): Promise<EntityResult> {
  return inTransaction((tx) => write(tx, actor, edited, slug, given));
}
