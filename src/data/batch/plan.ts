import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Actor } from "@/domain/actor";
import { groupOf } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { importSettings, mappingFaults, type Candidate, type CellProblem, type ImportSettings, type RowKind, type RowPlan, type Target } from "@/domain/import";
import { readRow, type CellWords, type ReadRow } from "@/domain/read-cell";
import { database, type Db } from "../client";
import { compareRow } from "./compare";
import { matchRows, resembling, type KeyColumn, type Match } from "./match";
import { resolveRows } from "./resolve";
import { findBatch, rowsOf, type Batch, type BatchFailure, type StagedRow } from "./staging";
import { changedSince, standingOf, type Since } from "./standing";
import { beginWork, type Begun } from "./work";
import { zoneReader, type ZoneReader } from "./zone-reader";

const ROWS_AT_ONCE = 500;

type Context = {
  actor: Actor;
  batch: Batch & { settings: ImportSettings };
  words: CellWords;
  zones: ZoneReader;
  key: KeyColumn | null;
  /** The lines that were met before, by what each is about. */
  met: { entries: Map<number, number>; keys: Map<string, number>; names: Map<string, { line: number; name: string }> };
  year: number;
};

type Planned = { line: number; kind: RowKind; organisationId: number | null; plan: RowPlan };

/** By which column, of which source, keys are remembered. */
async function keyColumn(db: Db, { heads, mapping, settings }: Batch): Promise<KeyColumn | null> {
  const index = mapping.indexOf("key");
  if (index < 0 || !settings?.source) return null;
  const source = await db.source.findUnique({ where: { slug: settings.source }, select: { id: true } });
  return source && { sourceId: source.id, column: fold(heads[index]!) };
}

/** What stands in the way of a row beside its cells: it is about no entry that we know, or about the same as a line before. */
function matchProblems({ batch, met }: Context, row: ReadRow & { line: number }, match: Match | null | "unknown"): CellProblem[] {
  const column = (target: Target) => batch.heads[batch.mapping.indexOf(target)] ?? "";
  if (match === "unknown") return [{ column: column("slug"), value: row.keys.slug!, reason: "unknown_entry" }];
  const key = row.keys.key;
  const sameKey = key === undefined ? undefined : met.keys.get(key);
  if (sameKey !== undefined) return [{ column: column("key"), value: key!, reason: "same_key", limit: sameKey }];
  if (key !== undefined) met.keys.set(key, row.line);
  const sameEntry = match ? met.entries.get(match.id) : undefined;
  if (sameEntry !== undefined) return [{ column: "", value: match!.slug, reason: "same_entry", limit: sameEntry }];
  if (match) met.entries.set(match.id, row.line);
  return !match && !row.given.name ? [{ column: column("name"), value: "", reason: "no_name" }] : [];
}

/** The entries that a new row resembles, and the line before it that has its name. */
function withLine({ met }: Context, { given, line }: ReadRow & { line: number }, found: readonly Candidate[]): Candidate[] {
  const name = String(given.name ?? "");
  const before = met.names.get(fold(name));
  if (!before) met.names.set(fold(name), { line, name });
  return before ? [...found, { ...before, why: ["name"] }] : [...found];
}

function kindOf(decision: string | null, problems: readonly CellProblem[], match: Match | null, candidates: readonly Candidate[], changes: number): RowKind {
  if (decision === "skip") return "skipped";
  if (problems.length > 0) return "rejected";
  if (match) return changes > 0 ? "changed" : "unchanged";
  return candidates.length > 0 && decision !== "new" ? "duplicate" : "new";
}

/** What would become of some rows. */
async function planRows(db: Db, context: Context, staged: readonly StagedRow[]): Promise<Planned[]> {
  const { actor, batch, words, zones, year } = context;
  const { heads, mapping, settings } = batch;
  const rows = staged.map(({ line, cells, decision }) => ({ ...readRow(heads, mapping, cells, words, year), line, decision }));
  const columnOf = (target: Target) => heads[mapping.indexOf(target)] ?? "";
  await resolveRows(actor, db, rows, columnOf, zones);
  const matches = await matchRows(actor, db, rows, context.key);
  const matched = matches.flatMap((match) => (match && match !== "unknown" ? [match] : []));
  const { entries, unseen } = await standingOf(
    actor,
    db,
    matched.map(({ id }) => id),
  );
  const versionOf = ({ keys }: ReadRow) => (/^\d{1,9}$/.test(keys.version ?? "") ? Number(keys.version) : null);
  const since = rows.flatMap((row, index): Since[] => {
    const match = matches[index];
    return match && match !== "unknown" ? [{ id: match.id, set: match.since, version: versionOf(row) }] : [];
  });
  const byStaff = await changedSince(db, since, settings.said_on);
  const fresh = rows.filter((_, index) => matches[index] === null);
  const resembled = new Map(fresh.map((row, index) => [row.line, index]));
  const candidatesOf = await resembling(actor, db, fresh);

  return rows.map((row, index): Planned => {
    const found = matches[index]!;
    const match = found === "unknown" ? null : found;
    const entry = match ? entries.get(match.id)! : null;
    const { after, changes, problems } = compareRow(entry?.fields ?? null, row.given, entry?.said ?? [], settings, { unseen });
    const conflicts = entry ? changes.filter(({ field }) => byStaff.get(entry.id)?.has(groupOf(field))).map(({ field }) => field) : [];
    const itself = match ? rowNamesItself(row, match.slug) : [];
    const candidates = match ? [] : withLine(context, row, candidatesOf[resembled.get(row.line)!] ?? []);
    const all = [
      ...row.problems,
      ...itself,
      ...problems.map((problem) => ({ ...problem, column: columnOf(problem.column as Target) })),
      ...(row.decision === "skip" ? [] : matchProblems(context, row, found)),
    ];
    const again = entry?.undone === true && settings.newEntries === "published";
    const kind = kindOf(row.decision, all, match, candidates, changes.length + Number(again));
    const plan: RowPlan = {
      name: String(row.given.name ?? entry?.fields.name ?? after.name),
      given: row.given,
      changes: entry ? changes : [],
      conflicts,
      problems: all,
      candidates,
      version: entry?.version ?? null,
      key: row.keys.key ?? null,
      again,
    };
    return { line: row.line, kind, organisationId: match?.id ?? null, plan };
  });
}

/** An organisation is not its own partner, network or part. */
const rowNamesItself = ({ given }: ReadRow, slug: string): CellProblem[] =>
  (["partners", "networks", "part_of"] as const).flatMap((name) =>
    (given[name] as string[] | undefined)?.includes(slug) ? [{ column: "", value: slug, reason: "itself" as const }] : [],
  );

async function keep(db: Db, id: number, planned: readonly Planned[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "ImportRow" r SET "kind" = w."kind", "organisationId" = w."organisationId", "plan" = w."plan"
    FROM json_populate_recordset(null::"ImportRow", ${JSON.stringify(planned)}::json) w WHERE r."batchId" = ${id} AND r."line" = w."line"`;
}

async function contextOf(db: Db, actor: Actor, batch: Batch, words: CellWords): Promise<Context> {
  const met: Context["met"] = { entries: new Map(), keys: new Map(), names: new Map() };
  const settings = batch.settings!;
  return { actor, batch: { ...batch, settings }, words, zones: await zoneReader(db), key: await keyColumn(db, batch), met, year: new Date().getUTCFullYear() };
}

async function planAll(actor: Actor, id: number, words: CellWords, progress: (done: number) => void): Promise<BatchFailure | null> {
  const db = database();
  const context = await contextOf(db, actor, (await findBatch(actor, id))!, words);
  let [done, last] = [0, 0];
  for (;;) {
    const rows = await rowsOf(db, id, { after: last }, ROWS_AT_ONCE);
    if (rows.length === 0) break;
    await keep(db, id, await planRows(db, context, rows));
    last = rows.at(-1)!.line;
    progress((done += rows.length));
    await setImmediate();
  }
  await db.importBatch.updateMany({ where: { id, state: "reading" }, data: { state: "ready", done } });
  return null;
}

/** Looks again at rows of which a person just decided something. */
export async function planAgain(actor: Actor, id: number, words: CellWords, lines: readonly number[]): Promise<void> {
  const db = database();
  const batch = await findBatch(actor, id);
  if (batch?.state !== "ready" || !batch.settings) return;
  const others = await db.importRow.findMany({
    where: { batchId: id, organisationId: { not: null }, line: { notIn: [...lines] }, kind: { not: "skipped" } },
    select: { organisationId: true, line: true },
  });
  const context = await contextOf(db, actor, batch, words);
  for (const { organisationId, line } of others) context.met.entries.set(organisationId!, line);
  await keep(db, id, await planRows(db, context, await rowsOf(db, id, { lines }, lines.length)));
}

/**
 * Begins to look at what would become of each row of a batch whose columns are described.
 * @returns null when there is nothing to begin
 */
export async function beginPlan(actor: Actor, id: number, words: CellWords): Promise<Begun | null> {
  const batch = await findBatch(actor, id);
  if (!batch?.settings || mappingFaults(batch.mapping).length > 0 || !importSettings.safeParse(batch.settings).success) return null;
  return beginWork(id, { from: ["staged", "ready"], during: "reading", otherwise: "staged" }, ({ progress }) => planAll(actor, id, words, progress));
}
