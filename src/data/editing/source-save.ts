import "server-only";
import type { Actor } from "@/domain/actor";
import { CONTENT_LANGUAGES } from "@/domain/fields";
import { slugify } from "@/domain/fold";
import {
  LOADED_SOURCE_FIELDS,
  parseSource,
  SOURCE_FIELDS,
  type SourceField,
  type SourceProblem,
  type SourceTyped,
  type SourceValues,
} from "@/domain/source-input";
import { acceptChangeSet } from "../change/change-set";
import { publishEverythingElse } from "../change/project";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { madeByStaffSql } from "../source/public";
import { textOf, TEXTS, textRows, writeTexts } from "../texts";
import { inTransaction } from "./refusable";
import { firstFree } from "./slug";

export type SourceChange = { id: number; who: string; at: Date; items: { field: string; before: unknown; after: unknown }[] };
export type EditableSource = {
  slug: string;
  title: string;
  language: string;
  kind: string;
  /** Made by staff: everything that is said of it can be changed. */
  made: boolean;
  values: SourceValues;
};

const SELECT = {
  ...{ id: true, slug: true, title: true, kind: true, author: true, publisher: true, publishedOn: true, language: true, url: true, licence: true },
  texts: TEXTS,
} as const satisfies Prisma.SourceSelect;

/** Staff's own sources stand after the documents and before nothing that is loaded. */
const POSITION = 2000;

function editable(row: Prisma.SourceGetPayload<{ select: typeof SELECT }>, made: boolean): EditableSource {
  const { slug, title, kind, author, publisher, publishedOn, language, url, licence } = row;
  const { fr, en } = textOf(row.texts, "note");
  return { slug, title, language, kind, made, values: { title, kind, author, publisher, publishedOn, language, url, licence, note_fr: fr, note_en: en } };
}

async function madeByStaff(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db.$queryRaw<{ id: number }[]>`SELECT d."id" FROM "Source" d WHERE ${Prisma.raw(madeByStaffSql("d"))}`;
  return new Set(rows.map(({ id }) => id));
}

/** The sources of which staff may say something: all but that of their own corrections. */
export async function editableSources(_actor: Actor, db: Db = database()): Promise<EditableSource[]> {
  const where = { kind: { not: "correction" } };
  const [rows, made] = await Promise.all([db.source.findMany({ where, orderBy: [{ position: "asc" }, { id: "asc" }], select: SELECT }), madeByStaff(db)]);
  return rows.map((row) => editable(row, made.has(row.id)));
}

/** One of them, or null. */
export async function findEditableSource(actor: Actor, slug: string): Promise<EditableSource | null> {
  return (await editableSources(actor)).find((source) => source.slug === slug) ?? null;
}

const CHANGES = 30;

/** The last changes of a source by staff, newest first. */
export async function changesOfSource(_actor: Actor, slug: string): Promise<SourceChange[]> {
  const sets = await database().changeSet.findMany({
    where: { actorId: { not: null }, items: { some: { source: { slug } } } },
    orderBy: { id: "desc" },
    take: CHANGES,
    select: { id: true, actorName: true, at: true, items: { where: { source: { slug }, field: { not: null } }, orderBy: { id: "asc" } } },
  });
  return sets.map(({ id, actorName, at, items }) => ({
    id,
    who: actorName,
    at,
    items: items.map(({ field, before, after }) => ({ field: field!, before, after })),
  }));
}

/** The sources whose address staff has set: an import leaves it. */
export async function sourcesAddressedByStaff(db: Db): Promise<ReadonlySet<number>> {
  const items = await db.changeItem.findMany({
    where: { field: "url", sourceId: { not: null }, changeSet: { state: "accepted", actorId: { not: null } } },
    select: { sourceId: true },
  });
  return new Set(items.map(({ sourceId }) => sourceId!));
}

export type SourceResult =
  { ok: true; slug: string; changed: boolean } | { ok: false; reason: "invalid"; problems: SourceProblem[] } | { ok: false; reason: "gone" };

/**
 * Says what a source is, as one accepted change set; a new one without a slug.
 * @param actor who says so; the caller has asked `canEditSource`
 * @param seen what stood in the form when it was opened: a field that was left as it was keeps what somebody else said meanwhile
 */
export async function saveSource(actor: Actor, slug: string | null, typed: SourceTyped, seen: SourceTyped): Promise<SourceResult> {
  return inTransaction<SourceResult>(async (tx) => {
    if (slug !== null) await tx.$queryRaw`SELECT "id" FROM "Source" WHERE "slug" = ${slug} FOR UPDATE`;
    const row = slug === null ? null : await tx.source.findUnique({ where: { slug, kind: { not: "correction" } }, select: SELECT });
    if (slug !== null && !row) return { ok: false, reason: "gone" };
    const made = row === null || (await madeByStaff(tx)).has(row.id);
    const present = row ? editable(row, made).values : {};
    const parsed = parseSource(made ? SOURCE_FIELDS : LOADED_SOURCE_FIELDS, typed);
    const wanted = Object.entries(parsed.values).flatMap(([name, value]) => {
      const field = name as SourceField;
      const was = (seen[field] ?? "").trim() || null;
      return value === was || value === (present[field] ?? null) ? [] : [{ field, value, before: present[field] ?? null, was }];
    });
    const changed = wanted.filter(({ before, was }) => row !== null && before !== was);
    const problems = [...parsed.problems, ...changed.map(({ field, before }): SourceProblem => ({ field, reason: "changed", value: before ?? "" }))];
    if (problems.length > 0) return { ok: false, reason: "invalid", problems };
    if (row && wanted.length === 0) return { ok: true, slug: row.slug, changed: false };

    const values: SourceValues = { ...present, ...Object.fromEntries(wanted.map(({ field, value }) => [field, value])) };
    const kept = await write(tx, row, values);
    const items = wanted.map(({ field, before, value }) => ({ sourceId: kept.id, field, before, after: value }));
    await acceptChangeSet(tx, { author: { actor }, action: row ? "updated" : "created" }, { items });
    await publishEverythingElse(tx);
    return { ok: true, slug: kept.slug, changed: true };
  });
}

async function write(tx: Db, row: { id: number; slug: string } | null, { note_fr, note_en, title, kind, language, ...values }: SourceValues) {
  const data = { ...values, title: title!, kind: kind!, language: language! };
  const kept = row
    ? await tx.source.update({ where: { id: row.id }, data, select: { id: true, slug: true } })
    : await tx.source.create({ data: { ...data, slug: await newSourceSlug(tx, title!), position: POSITION }, select: { id: true, slug: true } });
  const note = Object.fromEntries(CONTENT_LANGUAGES.map((code) => [code, { fr: note_fr, en: note_en }[code]]));
  await writeTexts(tx, "sourceId", [{ id: kept.id, texts: textRows({ note }) }]);
  return kept;
}

async function newSourceSlug(tx: Db, title: string): Promise<string> {
  const base = slugify(title).slice(0, 60).replace(/-+$/, "") || "source";
  const taken = await tx.source.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return firstFree(base, new Set(taken.map(({ slug }) => slug)));
}
