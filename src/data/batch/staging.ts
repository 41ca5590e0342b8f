import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { fold } from "@/domain/fold";
import { ROW_KINDS, ROWS_KEPT_DAYS, type BatchState, type ImportSettings, type RowKind, type RowPlan, type Target } from "@/domain/import";
import { database, type Db } from "../client";
import type { Prisma } from "../generated/prisma/client";

/** How a work ended that did not do what was asked. `moved`: entries that changed since the preview. `names`: some of them. */
export type BatchFailure = { reason: "unavailable" | "failed" } | { reason: "moved"; count: number; names: string[] };

export type Batch = {
  id: number;
  fileName: string;
  heads: string[];
  state: BatchState;
  mapping: Target[];
  settings: ImportSettings | null;
  rowCount: number;
  done: number;
  /** Whether the work that its state tells of has stopped telling how far it is: whoever did it is gone. */
  stopped: boolean;
  failure: BatchFailure | null;
  changeSetId: number | null;
  createdAt: Date;
  emptiedAt: Date | null;
  who: string;
};

type StagedSheet = { heads: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] };

/** The same heads in the same order, accents and capitals aside. */
const headsKeyOf = (heads: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify(heads.map(fold)))
    .digest("hex");

const ROWS_AT_ONCE = 1000;
/** A work that has said nothing for so long is dead. */
const SILENT_SECONDS = 20;

/** Keeps a file that was read; its rows stay until `removeOldRows` deletes them. @returns the number of the batch */
export async function stageBatch(actor: Actor, fileName: string, { heads, rows }: StagedSheet): Promise<number> {
  const db = database();
  const { id } = await db.importBatch.create({
    data: { fileName: fileName.slice(0, 200), heads: [...heads], headsKey: headsKeyOf(heads), mapping: [], rowCount: rows.length, actorId: actor.id },
    select: { id: true },
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE);
    await db.$executeRaw`
      INSERT INTO "ImportRow" ("batchId", "line", "cells", "taken")
      SELECT ${id}, "line", "cells", '{}' FROM json_populate_recordset(null::"ImportRow", ${JSON.stringify(part)}::json)`;
  }
  return id;
}

/**
 * Deletes the rows of the files that came more than `ROWS_KEPT_DAYS` days ago: they may hold what nobody meant to keep. A running site calls it
 * from time to time. What was written of them stays.
 */
export async function removeOldRows(): Promise<void> {
  await database().$executeRaw`
    WITH old AS (UPDATE "ImportBatch" SET "emptiedAt" = now() WHERE "emptiedAt" IS NULL AND "createdAt" < now() - make_interval(days => ${ROWS_KEPT_DAYS}::int) RETURNING "id")
    DELETE FROM "ImportRow" WHERE "batchId" IN (SELECT "id" FROM old)`;
}

/** Takes away a file that was never written, with its rows. */
export async function dropBatch(_actor: Actor, id: number): Promise<boolean> {
  const { count } = await database().importBatch.deleteMany({ where: { id, changeSetId: null, state: { in: ["staged", "ready"] } } });
  return count > 0;
}

type BatchRow = Omit<Batch, "stopped">;

const found = (db: Db, id: number | null) => db.$queryRaw<(BatchRow & { silent: boolean | null })[]>`
  SELECT b."id", b."fileName", b."heads", b."state", b."mapping", b."settings", b."rowCount", b."done", b."failure", b."changeSetId", b."createdAt", b."emptiedAt",
    u."name" AS who, b."beatAt" < now() - make_interval(secs => ${SILENT_SECONDS}::int) AS silent
  FROM "ImportBatch" b JOIN "User" u ON u."id" = b."actorId"
  WHERE ${id}::int IS NULL OR b."id" = ${id} ORDER BY b."id" DESC LIMIT 50`;

const toBatch = ({ silent, ...row }: BatchRow & { silent: boolean | null }): Batch => ({
  ...row,
  stopped: (row.state === "reading" || row.state === "writing") && silent === true,
});

/** A file and how far it is; null when there is none. */
export async function findBatch(_actor: Actor, id: number, db: Db = database()): Promise<Batch | null> {
  const [row] = await found(db, id);
  return row ? toBatch(row) : null;
}

/** The last files, the newest first. */
export async function listBatches(): Promise<Batch[]> {
  return (await found(database(), null)).map(toBatch);
}

/** What was said last of a file with the same heads. */
export async function lastMapping(_actor: Actor, batch: Batch): Promise<{ mapping: Target[]; settings: ImportSettings } | null> {
  const row = await database().importBatch.findFirst({
    where: { headsKey: headsKeyOf(batch.heads), run: { gt: 0 }, id: { not: batch.id } },
    orderBy: { id: "desc" },
    select: { mapping: true, settings: true },
  });
  return row?.settings ? { mapping: row.mapping as Target[], settings: row.settings as unknown as ImportSettings } : null;
}

export type StagedRow = {
  line: number;
  cells: string[];
  kind: RowKind | null;
  organisationId: number | null;
  /** Of the entry that it is about. */
  slug: string | null;
  plan: RowPlan | null;
  decision: string | null;
  taken: string[];
};

type Wanted = {
  kind?: RowKind | null;
  /** Only those with a change that staff made otherwise since. */ conflicts?: boolean;
  after?: number;
  lines?: readonly number[];
};

/** Rows in their order. @param after a line, for the next ones */
export function rowsOf(db: Db, id: number, { kind = null, conflicts = false, after = 0, lines }: Wanted, limit: number, offset = 0): Promise<StagedRow[]> {
  return db.$queryRaw<StagedRow[]>`
    SELECT r."line", r."cells", r."kind", r."organisationId", o."slug", r."plan", r."decision", r."taken"
    FROM "ImportRow" r LEFT JOIN "Organisation" o ON o."id" = r."organisationId"
    WHERE r."batchId" = ${id} AND r."line" > ${after} AND (${kind}::text IS NULL OR r."kind" = ${kind})
      AND (NOT ${conflicts} OR jsonb_array_length(r."plan" -> 'conflicts') > 0)
      AND (${lines === undefined} OR r."line" = ANY (${[...(lines ?? [])]}::int[]))
    ORDER BY r."line" LIMIT ${limit} OFFSET ${offset}`;
}

export type RowCounts = Record<RowKind, number> & { conflicts: number };

/** How many rows there are of each kind. */
export async function countRows(db: Db, id: number): Promise<RowCounts> {
  const rows = await db.$queryRaw<{ kind: RowKind | null; count: number; conflicts: number }[]>`
    SELECT "kind", count(*)::int AS count, count(*) FILTER (WHERE jsonb_array_length("plan" -> 'conflicts') > 0)::int AS conflicts
    FROM "ImportRow" WHERE "batchId" = ${id} GROUP BY "kind"`;
  const of = (kind: RowKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return {
    ...(Object.fromEntries(ROW_KINDS.map((kind) => [kind, of(kind)])) as Record<RowKind, number>),
    conflicts: rows.reduce((sum, row) => sum + row.conflicts, 0),
  };
}

/** Keeps what a person says of the columns and of the whole, be it complete or not. */
export async function describeBatch(_actor: Actor, id: number, mapping: readonly Target[], settings: Record<string, unknown>): Promise<boolean> {
  const { count } = await database().importBatch.updateMany({
    where: { id, state: { in: ["staged", "ready"] }, emptiedAt: null },
    data: { mapping: [...mapping], settings: settings as Prisma.InputJsonValue, state: "staged" },
  });
  return count > 0;
}

/** The first values of each column, in the order of the columns. */
export async function samplesOf(_actor: Actor, batch: Batch, count = 3): Promise<string[][]> {
  const rows = await rowsOf(database(), batch.id, {}, 40);
  return batch.heads.map((_, column) => [...new Set(rows.map(({ cells }) => cells[column] ?? "").filter((cell) => cell !== ""))].slice(0, count));
}

/** What a person decided of rows that resemble an entry, and of values that staff wrote since; told again, the last one counts. */
export async function decideRows(
  _actor: Actor,
  id: number,
  decisions: readonly { line: number; decision: string | null; taken: readonly string[] }[],
): Promise<void> {
  await database().$executeRaw`
    UPDATE "ImportRow" r SET "decision" = w."decision", "taken" = w."taken"
    FROM json_populate_recordset(null::"ImportRow", ${JSON.stringify(decisions)}::json) w
    WHERE r."batchId" = ${id} AND r."line" = w."line" AND EXISTS (SELECT FROM "ImportBatch" b WHERE b."id" = ${id} AND b."state" = 'ready')`;
}
