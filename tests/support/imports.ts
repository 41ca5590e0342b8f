import { beginPlan } from "@/data/batch/plan";
import { countRows, describeBatch, findBatch, rowsOf, stageBatch } from "@/data/batch/staging";
import { beginWrite } from "@/data/batch/write";
import { database } from "@/data/client";
import type { Actor } from "@/domain/actor";
import { importSettings, type RowKind, type Target } from "@/domain/import";
import { guessTargets } from "@/features/import/guess";
import { cellWords } from "@/features/import/words";
import { readSheetFile } from "@/lib/spreadsheet/read";

/** What a person says of a made-up file. */
export const SETTINGS = {
  source: "correction-consortium",
  title: "",
  basis: "self_declared",
  place: "",
  said_on: new Date().toISOString().slice(0, 10),
  note: "Essai",
  newEntries: "published",
  kind: "cso",
  lists: "replace",
  erase: "",
};

/** Brings a file as the site does, and waits for its preview. @param more settings and columns that are not as guessed */
export async function preview(
  actor: Actor,
  name: string,
  content: string | Uint8Array,
  { mapping, ...settings }: { mapping?: Record<string, Target> } & Record<string, unknown> = {},
) {
  const read = await readSheetFile(typeof content === "string" ? new TextEncoder().encode(content) : content, name);
  if (!read.ok) throw new Error(`${read.fault} ${read.detail}`);
  const id = await stageBatch(actor, name, read.sheet);
  const guessed = guessTargets(read.sheet.heads, cellWords()).map((target, index) => mapping?.[read.sheet.heads[index]!] ?? target);
  await describeBatch(actor, id, guessed, importSettings.parse({ ...SETTINGS, ...settings }));
  await (
    await beginPlan(actor, id, cellWords())
  )?.end;
  const rows = (kind?: RowKind) => rowsOf(database(), id, { kind }, 100_000);
  return { id, mapping: guessed, counts: () => countRows(database(), id), rows, batch: async () => (await findBatch(actor, id))! };
}

/** Writes what a preview showed, and waits for the end. */
export async function write(actor: Actor, id: number) {
  await (
    await beginWrite(actor, id)
  )?.end;
  return (await findBatch(actor, id))!;
}
