import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Actor } from "@/domain/actor";
import { groupOf, NOTHING_SAID, ORGANISATION_NAMES } from "@/domain/fields";
import { slugify } from "@/domain/fold";
import type { ImportSettings } from "@/domain/import";
import { utterances, withdrawals } from "@/domain/saying";
import { addToChangeSet, openChangeSet, type ChangeItem } from "../change/change-set";
import { project, publishChange } from "../change/project";
import { presentRevision } from "../change/revision";
import type { NewStatement } from "../change/statements";
import { database, type Db } from "../client";
import { inTransaction } from "../editing/refusable";
import { correctionSource } from "../editing/sources";
import { toStatements } from "../editing/to-statements";
import { compareRow, type Compared } from "./compare";
import { rememberKeys } from "./keys";
import { makeEntries } from "./new-entries";
import { findBatch, rowsOf, type Batch, type BatchFailure, type StagedRow } from "./staging";
import { standingOf, type Standing } from "./standing";
import { beginWork, TakenOver, type Begun, type Work } from "./work";
import { zoneReader } from "./zone-reader";

const ROWS_AT_ONCE = 500;
/** Fifty thousand rows on a slow machine. */
const LONGEST_MS = 20 * 60_000;
const NAMES_TOLD = 10;
/** So many new entries make other plans the better ones. */
const MANY = 1000;

/** A row with the entry that it becomes or changes. */
type Ready = { row: StagedRow; entry: Standing | null; compared: Compared };

/** What is gathered until the entries that others may be editing are held. */
type Gathered = {
  made: number[];
  changed: Map<number, number>;
  faces: number[];
  again: number[];
  withdrawn: number[];
  keys: { key: string; organisationId: number }[];
  moved: string[];
};

type Provenance = ImportSettings & { source: string; sourceId: number };

/** The source of the file, which is made when it is a new one. */
async function sourceOf(tx: Db, settings: ImportSettings): Promise<{ slug: string; id: number }> {
  if (settings.source !== null) return { slug: settings.source, id: await correctionSource(tx, settings.source) };
  const base = slugify(settings.title!) || "source";
  const taken = new Set((await tx.source.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(({ slug }) => slug));
  let [slug, number] = [base, 1];
  while (taken.has(slug)) slug = `${base}-${(number += 1)}`;
  const last = await tx.source.aggregate({ _max: { position: true }, where: { position: { lt: 1000 } } });
  const { id } = await tx.source.create({
    data: { slug, title: settings.title!, kind: "survey", publishedOn: settings.said_on, position: (last._max.position ?? 0) + 1 },
    select: { id: true },
  });
  return { slug, id };
}

/** The rows of a part as they are to be written, beside the entries as they stand now. */
async function readyRows(tx: Db, actor: Actor, settings: ImportSettings, rows: readonly StagedRow[], gathered: Gathered): Promise<Ready[]> {
  const { entries, unseen } = await standingOf(
    actor,
    tx,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return rows.flatMap((row): Ready[] => {
    const plan = row.plan!;
    const entry = row.organisationId === null ? null : entries.get(row.organisationId)!;
    if (entry && entry.version !== plan.version) {
      gathered.moved.push(plan.name);
      return [];
    }
    const left = new Set(plan.conflicts.filter((field) => !row.taken.includes(field)).map(groupOf));
    const compared = compareRow(entry?.fields ?? null, plan.given, entry?.said ?? [], settings, { left, unseen });
    return [{ row, entry, compared }];
  });
}

async function idsNamed(tx: Db, ready: readonly Ready[]): Promise<Map<string, number>> {
  const slugs = [...new Set(ready.flatMap(({ compared: { after } }) => ORGANISATION_NAMES.flatMap((name) => after[name])))];
  const rows = slugs.length === 0 ? [] : await tx.organisation.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

const FACE: readonly string[] = ["name", "acronym"];

/** Writes what a part of the rows says, and gathers what must wait. */
async function writePart(
  tx: Db,
  set: number,
  ready: readonly Ready[],
  provenance: Provenance,
  zones: ReadonlyMap<string, number>,
  gathered: Gathered,
): Promise<void> {
  const references = { zones: zones as Map<string, number>, organisations: await idsNamed(tx, ready) };
  const fresh = ready.filter(({ entry }) => entry === null);
  const ids = await makeEntries(
    tx,
    fresh.map(({ compared }) => compared.after),
    provenance.newEntries === "published",
  );
  gathered.made.push(...ids);
  const items: ChangeItem[] = ids.map((organisationId) => ({ organisationId, field: null }));
  const statements: NewStatement[] = fresh.flatMap(({ compared: { after, contacts } }, index) =>
    toStatements(ids[index]!, utterances(NOTHING_SAID, after, contacts), provenance, references, 0),
  );
  fresh.forEach(({ row }, index) => row.plan!.key !== null && gathered.keys.push({ key: row.plan!.key, organisationId: ids[index]! }));
  for (const { row, entry, compared } of ready) {
    if (!entry) continue;
    const { id, version, said } = entry;
    const { before, after, contacts, changes } = compared;
    if (row.plan!.key !== null) gathered.keys.push({ key: row.plan!.key, organisationId: id });
    if (row.plan!.again) {
      gathered.again.push(id);
      items.push({ organisationId: id, field: null, version });
    }
    if (changes.length === 0 && !row.plan!.again) continue;
    gathered.changed.set(id, version);
    if (changes.some(({ field }) => FACE.includes(field))) gathered.faces.push(id);
    items.push(...changes.map((change) => ({ organisationId: id, version, ...change })));
    const position = 1 + Math.max(-1, ...said.map((statement) => statement.position));
    statements.push(...toStatements(id, utterances(before!, after, contacts), provenance, references, position));
    gathered.withdrawn.push(...withdrawals(before!, after, said));
  }
  await addToChangeSet(tx, set, { items, statements });
}

/** Holds the entries that are changed, in the order in which a save does: the entries, then the revision. @returns the names of those that somebody changed meanwhile */
async function holdChanged(tx: Db, changed: ReadonlyMap<number, number>): Promise<string[]> {
  if (changed.size === 0) return [];
  const rows = await tx.$queryRaw<{ id: number; version: number; name: string }[]>`
    SELECT "id", "version", "name" FROM "Organisation" WHERE "id" = ANY (${[...changed.keys()]}::int[]) ORDER BY "id" FOR NO KEY UPDATE`;
  return rows.filter(({ id, version }) => version !== changed.get(id)).map(({ name }) => name);
}

type Written = { ok: true } | { ok: false; failure: BatchFailure };

const movedFailure = (names: readonly string[]): Written => ({
  ok: false,
  failure: { reason: "moved", count: names.length, names: names.slice(0, NAMES_TOLD) },
});

async function writeAll(tx: Db, actor: Actor, batch: Batch, { run, progress }: Work): Promise<Written> {
  const settings = batch.settings!;
  const since = await presentRevision(tx);
  const source = await sourceOf(tx, settings);
  const provenance = { ...settings, source: source.slug, sourceId: source.id };
  const set = await openChangeSet(tx, { author: { actor }, action: "imported", note: [batch.fileName, settings.note].filter(Boolean).join(" – ") });
  const zones = (await zoneReader(tx)).ids;
  const gathered: Gathered = { made: [], changed: new Map(), faces: [], again: [], withdrawn: [], keys: [], moved: [] };
  let done = 0;
  for (const kind of ["new", "changed", "unchanged"] as const) {
    for (let last = 0; ;) {
      const rows = await rowsOf(tx, batch.id, { kind, after: last }, ROWS_AT_ONCE);
      if (rows.length === 0) break;
      last = rows.at(-1)!.line;
      if (kind === "unchanged")
        gathered.keys.push(...rows.flatMap(({ plan, organisationId }) => (plan!.key === null ? [] : { key: plan!.key, organisationId: organisationId! })));
      else await writePart(tx, set, await readyRows(tx, actor, settings, rows, gathered), provenance, zones, gathered);
      progress((done += rows.length));
      await setImmediate();
    }
  }
  if (gathered.moved.length > 0) return movedFailure(gathered.moved);
  await rememberKeys(tx, batch, source.id, set, gathered.keys);
  // Until PostgreSQL looks at the tables by itself, it plans for them as they were; an account that does not own them is passed over.
  if (gathered.made.length >= MANY) await tx.$executeRaw`ANALYZE "Statement", "Organisation", "OrganisationLink", "ChangeItem"`;
  // Nobody else can see the new entries: their rows are written before anybody has to wait.
  await project(tx, gathered.made);
  const moved = await holdChanged(tx, gathered.changed);
  if (moved.length > 0) return movedFailure(moved);
  await addToChangeSet(tx, set, { items: [], withdrawn: gathered.withdrawn });
  await tx.$executeRaw`
    UPDATE "Organisation" SET "version" = "version" + 1, "updatedAt" = now(),
      "publishedAt" = CASE WHEN "id" = ANY (${gathered.again}::int[]) THEN clock_timestamp() ELSE "publishedAt" END
    WHERE "id" = ANY (${[...gathered.changed.keys()]}::int[])`;
  await publishChange(tx, [...gathered.changed.keys()], [...gathered.faces, ...gathered.again], { prepared: { ids: gathered.made, since } });
  const { count } = await tx.importBatch.updateMany({ where: { id: batch.id, run, state: "writing" }, data: { state: "written", changeSetId: set, done } });
  if (count === 0) throw new TakenOver();
  return { ok: true };
}

/**
 * Begins to write what a preview showed: all of it, or nothing. What an entry has become since the preview is not written over: the whole
 * is refused then, and looked at again.
 * @returns null when there is nothing to write
 */
export async function beginWrite(actor: Actor, id: number): Promise<Begun | null> {
  const rows = await database().importRow.count({ where: { batchId: id, kind: { in: ["new", "changed"] } } });
  if (rows === 0) return null;
  return beginWork(id, { from: ["ready"], during: "writing", otherwise: "ready" }, async (work) => {
    const batch = (await findBatch(actor, id))!;
    // Made apart when it is first used: others who save would wait for it until the end.
    if (batch.settings!.source !== null) await correctionSource(database(), batch.settings!.source);
    const result = await inTransaction((tx) => writeAll(tx, actor, batch, work), { maxWait: 30_000, timeout: LONGEST_MS });
    return result.ok ? null : result.failure;
  });
}
