import "server-only";
import { composeFields, contactsOf } from "@/domain/compose";
import { FIELD_CODES, fieldOf, type FieldCode } from "@/domain/fields";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { hold } from "../locks";
import { keysOf } from "../merge/keys";
import { writePairs } from "../merge/pairs";
import { readCommon, writeSearchRows, type RowsMoved } from "../search/search-rows";
import { nextRevision, noteChange, noteNext } from "./revision";
import { saidOf, type KeptStatement } from "./statements";

/** How many organisations are read and written at once. */
const BATCH = 1000;

/** The columns of an organisation that are made of one field. */
const COLUMNS = { name: "name", acronym: "acronym", kind: "kind", networkScope: "network_scope", memberCount: "member_count" } as const;

/** All that {@link writeColumns} reads: the columns, the links, and the keys by which entries are found to be alike. */
const COLUMN_FIELDS = FIELD_CODES.filter(
  (code) => code === "alias" || ["organisation", "contact"].includes(fieldOf(code).shape) || Object.values<FieldCode>(COLUMNS).includes(code),
);

function* batches(ids: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < ids.length; from += BATCH) yield ids.slice(from, from + BATCH);
}

/** What the rows of entries decide beside themselves. */
type Moved = {
  /** A key changed by which entries are found to be alike. */
  keys: boolean;
} & RowsMoved;

/**
 * Brings the columns and rows that SQL orders, joins and searches by up to what is said; a row that says it already is left alone.
 * @returns whether a key changed by which entries are found to be alike
 */
async function writeColumns(tx: Db, ids: readonly number[], said: ReadonlyMap<number, KeptStatement[]>): Promise<boolean> {
  const composed = ids.map((id) => ({ id, fields: composeFields(said.get(id) ?? []) }));
  const columns = composed.map(({ id, fields }) => ({ id, ...Object.fromEntries(Object.entries(COLUMNS).map(([column, field]) => [column, fields[field]])) }));
  await tx.$executeRaw`
    UPDATE "Organisation" o SET "name" = w."name", "acronym" = w."acronym", "kind" = w."kind", "networkScope" = w."networkScope", "memberCount" = w."memberCount"
    FROM json_populate_recordset(null::"Organisation", ${JSON.stringify(columns)}::json) w
    WHERE o."id" = w."id" AND o."mergedIntoId" IS NULL AND (o."name", o."acronym", o."kind", o."networkScope", o."memberCount")
      IS DISTINCT FROM (w."name", w."acronym", w."kind", w."networkScope", w."memberCount")`;
  const aliases = composed.flatMap(({ id, fields }) => fields.alias.map((name) => ({ organisationId: id, name })));
  const keys = composed.flatMap(({ id, fields }) =>
    fields.name === null ? [] : keysOf(fields, contactsOf(said.get(id) ?? [])).map((key) => ({ organisationId: id, ...key })),
  );
  const links = ids.flatMap((id) =>
    (said.get(id) ?? []).flatMap(({ field, otherId }) => (fieldOf(field).shape === "organisation" && otherId ? [{ organisationId: id, field, otherId }] : [])),
  );
  const [row] = await tx.$queryRaw<{ keysChanged: boolean }[]>`WITH ${Prisma.join(
    [
      mergedRows("Alias", ["organisationId", "name"], ids, aliases),
      mergedRows("organisation_key", ["organisationId", "kind", "key"], ids, keys),
      mergedRows("OrganisationLink", ["organisationId", "field", "otherId"], ids, links),
    ],
    ", ",
  )} SELECT EXISTS (SELECT FROM "gone_organisation_key") OR EXISTS (SELECT FROM "added_organisation_key") AS "keysChanged"`;
  return row!.keysChanged;
}

/** SQL, a part of WITH: makes the rows of these organisations those given, and touches no row that stays. @param key every column, as all are the key */
function mergedRows(
  table: "Alias" | "OrganisationLink" | "organisation_key",
  key: readonly string[],
  ids: readonly number[],
  rows: readonly object[],
): Prisma.Sql {
  const [into, wanted, gone, added] = ["", "wanted_", "gone_", "added_"].map((before) => Prisma.raw(`"${before}${table}"`));
  const columns = Prisma.raw(key.map((column) => `"${column}"`).join(", "));
  const same = Prisma.raw(key.map((column) => `t."${column}" = w."${column}"`).join(" AND "));
  return Prisma.sql`
    ${wanted} AS (SELECT DISTINCT ${columns} FROM json_populate_recordset(null::${into}, ${JSON.stringify(rows)}::json)),
    ${gone} AS (DELETE FROM ${into} t WHERE t."organisationId" = ANY (${[...ids]}::int[]) AND NOT EXISTS (SELECT FROM ${wanted} w WHERE ${same}) RETURNING 1),
    ${added} AS (INSERT INTO ${into} (${columns}) SELECT ${columns} FROM ${wanted} ON CONFLICT DO NOTHING RETURNING 1)`;
}

/**
 * Writes the projection of organisations anew from what is said of them. All columns come first: the row of one shows the names of others.
 * @param onProgress how many of all are done
 */
export async function project(tx: Db, ids: readonly number[], onProgress?: (done: number, all: number) => void): Promise<void> {
  if (ids.length === 0) return;
  await projectApart(tx, ids, { pairs: () => writePairs(tx, ids), onProgress });
}

type Apart = {
  /** Writes the pairs of entries that are alike: their rows belong to two entries. */
  pairs?: () => Promise<void>;
  onProgress?: (done: number, all: number) => void;
};

/** The same without the pairs, unless they are given. */
async function projectApart(tx: Db, ids: readonly number[], { pairs, onProgress }: Apart = {}): Promise<Moved> {
  const common = await readCommon(tx);
  const single = ids.length <= BATCH ? await saidOf(tx, ids) : null;
  const moved: Moved = { keys: false, lists: false, foundBy: [] };
  for (const part of batches(ids)) moved.keys = (await writeColumns(tx, part, single ?? (await saidOf(tx, part, COLUMN_FIELDS)))) || moved.keys;
  await pairs?.();
  let done = 0;
  for (const part of batches(ids)) {
    const { lists, foundBy } = await writeSearchRows(tx, part, single ?? (await saidOf(tx, part)), common);
    moved.lists ||= lists;
    moved.foundBy.push(...foundBy);
    onProgress?.((done += part.length), ids.length);
  }
  return moved;
}

/** Entries that a long transaction made, which nobody else can see yet: their rows were written before the revision was taken. */
export type Prepared = { ids: readonly number[]; /** The revision when that began. */ since: bigint };

/** Those of the prepared entries that show what others changed meanwhile: they name an entry that did. */
async function outdated(tx: Db, { ids, since }: Prepared, revision: bigint): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  const changes = await tx.$queryRaw<{ ids: number[] | null }[]>`
    SELECT "organisationIds" AS ids FROM directory_change WHERE "revision" > ${since} AND "revision" < ${revision}`;
  if (changes.length < Number(revision - since - 1n) || changes.some((change) => change.ids === null)) return ids;
  const changed = changes.flatMap((change) => change.ids!);
  if (changed.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "organisationId" AS id FROM "OrganisationLink" WHERE "otherId" = ANY (${changed}::int[]) AND "organisationId" = ANY (${[...ids]}::int[])`;
  return rows.map(({ id }) => id);
}

/** Whether anything shows the names of these: an entry, or what a document tells of. */
async function areNamed(tx: Db, ids: readonly number[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ named: boolean }[]>`
    SELECT EXISTS (SELECT FROM "OrganisationLink" WHERE "otherId" = ANY (${[...ids]}::int[]))
      OR EXISTS (SELECT FROM "Statement" WHERE "valueOrganisationId" = ANY (${[...ids]}::int[]) AND "entityId" IS NOT NULL) AS named`;
  return row!.named;
}

/** The entries whose rows show the names of these. */
const naming = (tx: Db, ids: readonly number[]): Promise<{ id: number }[]> => tx.$queryRaw`
  SELECT "organisationId" AS id FROM "OrganisationLink" WHERE "otherId" = ANY (${[...ids]}::int[])
  UNION SELECT beside."valueOrganisationId" FROM "Statement" own
    JOIN "Entity" e ON e."id" = own."entityId" AND e."noun" = 'presence'
    JOIN "Statement" beside ON beside."entityId" = e."id" AND beside."valueOrganisationId" IS NOT NULL
  WHERE own."valueOrganisationId" = ANY (${[...ids]}::int[])`;

/** A change of more is one of anything. */
const MOST_FOUND_BY = 500;

/** So many entries take long to write. */
const MANY = 200;

/**
 * Writes the rows of changed entries before the revision is taken, so that others who save do not wait for them: of many, and of those
 * alone of which nothing is shown elsewhere. Whoever then writes rows of other entries waits until these are committed, since those
 * may be among them.
 * @returns null when they are to be written once the revision is taken, as the pairs are when a key changed
 */
async function prepareRows(tx: Db, changed: readonly number[], faces: readonly number[], isOwn: boolean): Promise<Moved | null> {
  if (changed.length > MANY) {
    await hold(tx, "rows");
    const moved = await projectApart(tx, changed);
    await hold(tx, "own rows");
    return { ...moved, keys: true };
  }
  if (faces.length > 0) await hold(tx, "rows", "shared");
  const isNamed = async () => faces.length > 0 && (await areNamed(tx, faces));
  if (isOwn && !(await isNamed())) {
    await hold(tx, "own rows", "shared");
    // Nobody else can name them from now on. Should somebody have done so in between, this waits for those who hold the lock beside it.
    if (!(await isNamed())) return projectApart(tx, changed);
  }
  await hold(tx, "own rows");
  return null;
}

type Shown = {
  /** New entries whose rows stand already, so that others do not wait while thousands are written. */
  prepared?: Prepared;
  /** Nothing was said of the changed entries that names another, or that shows or hides them. */
  isOwn?: boolean;
};

/**
 * Shows what was changed: to be called once, at the end of the transaction that accepted one or more sets.
 * @param changed organisations, held by this transaction, of which something was said or withdrawn, or whose publication changed
 * @param faces those of them whose name or publication changed: the entries that name them, or are named with them, are shown anew too
 */
export async function publishChange(
  tx: Db,
  changed: readonly number[],
  faces: readonly number[],
  { prepared = { ids: [], since: 0n }, isOwn = false }: Shown = {},
): Promise<void> {
  const ready = await prepareRows(tx, changed, faces, isOwn);
  const isApart = isOwn && ready !== null;
  const isTooMuch = isApart && ready.foundBy.length > MOST_FOUND_BY;
  const reach = !isApart || isTooMuch ? "anything" : ready.lists ? "own" : "own, listed as before";
  const foundBy = reach === "anything" ? [] : ready!.foundBy;
  if (isApart && !ready.keys) return noteNext(tx, changed, reach, foundBy);
  const revision = await nextRevision(tx, reach);
  if (ready) await writePairs(tx, changed);
  const others = isApart ? [] : [...(faces.length === 0 ? [] : await naming(tx, faces)).map(({ id }) => id), ...(await outdated(tx, prepared, revision))];
  const done = new Set(ready ? changed : []);
  const ids = [...new Set([...changed, ...others])].filter((id) => !done.has(id));
  await project(tx, ids);
  await noteChange(tx, revision, [...new Set([...ids, ...done, ...prepared.ids])], foundBy);
}

/**
 * Writes the whole projection anew, after a load that touched what many entries show (zones, sources, typologies) or a migration that
 * changed its form. Outside a transaction, servers see the new rows at the end.
 * @param onProgress how many organisations of all are done
 */
export async function projectEverything(tx: Db, onProgress?: (done: number, all: number) => void): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Organisation" ORDER BY "id"`;
  await project(
    tx,
    rows.map(({ id }) => id),
    onProgress,
  );
  await tx.$executeRaw`UPDATE directory_revision SET "rowsCurrent" = true WHERE NOT "rowsCurrent"`;
  await noteNext(tx, null);
}

/** Marks that something public changed which is no organisation: a source, a community, a label. */
export async function publishEverythingElse(tx: Db): Promise<void> {
  await noteNext(tx, null);
}
