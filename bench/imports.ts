// node scripts/db.mjs run node --conditions=react-server --import tsx bench/imports.ts [rows]
// Brings a made-up file of new entries into the database of DATABASE_URL, previews it, writes it while somebody else saves an entry again and again,
// brings it again with half of the entries changed, and undoes the whole. Says the seconds of each, the longest that another save took meanwhile, the
// longest that this process did nothing else, and the most memory it held. It leaves its entries behind, unpublished: use a database of its own.
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { beginPlan } from "@/data/batch/plan";
import { countRows, describeBatch, findBatch, stageBatch } from "@/data/batch/staging";
import { undoBatch } from "@/data/batch/undo";
import { beginWrite } from "@/data/batch/write";
import { database } from "@/data/client";
import { findEditable } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { importSettings } from "@/domain/import";
import { THEMES } from "@/domain/vocabularies";
import { guessTargets } from "@/features/import/guess";
import { cellWords } from "@/features/import/words";
import { readSheetFile } from "@/lib/spreadsheet/read";
import { writeWorkbook } from "@/lib/spreadsheet/write";

const ROWS = Number(process.argv[2] ?? 10_000);
const HEADS = ["_uuid", "Nom", "Sigle", "Thèmes", "Zones", "Nombre de membres", "Téléphone", "Courriel", "Adresse", "Statut", "Description (français)"];

const stamp = Date.now().toString(36);
/** Other numbers at each run, so that no row is like an entry of an earlier one. */
const shift = (Math.floor(Date.now() / 1000) % 1000) * ROWS;
const db = database();
const user = await db.user.create({ data: { email: `bench-${stamp}@example.org`, name: "Bench", role: "admin", passwordHash: "-" } });
// Nobody is signed in here: src/auth makes the actors of the site.
const actor = { id: user.id, name: user.name, email: user.email, role: user.role, seesConfidential: true } as Actor;
const zones = (await db.zone.findMany({ select: { slug: true }, take: 300, orderBy: { id: "asc" } })).map(({ slug }) => slug);

const row = (index: number, members: number): string[] => [
  `${stamp}-${index}`,
  `Essai ${stamp} association numéro ${index}`,
  `E${stamp}${index}`,
  `${THEMES[index % THEMES.length]} | ${THEMES[(index + 3) % THEMES.length]}`,
  `${zones[index % zones.length]} | ${zones[(index * 7 + 1) % zones.length]}`,
  String(members),
  `+2236${String((shift + index) % 10_000_000).padStart(7, "0")}`,
  `essai-${stamp}-${index}@example.org`,
  `Quartier ${index % 97}, rue ${index % 311}`,
  "declared",
  `Une association faite pour mesurer, la numéro ${index} de ce fichier.`,
];

let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

type Cost = { seconds: number; /** Of this process, which a busy machine does not change. */ cpuSeconds: number; longestBlockMs: number; mostMemoryMB: number };

async function cost(work: () => Promise<unknown>): Promise<Cost> {
  [most] = [0];
  delay.reset();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user: own, system } = process.cpuUsage(cpu);
  const seconds = Math.round((performance.now() - begun) / 10) / 100;
  return { seconds, cpuSeconds: Math.round((own + system) / 1e4) / 100, longestBlockMs: Math.round(delay.max / 1e6), mostMemoryMB: Math.round(most / 1e6) };
}

async function staged(rows: string[][]): Promise<{ id: number; read: Cost; preview: Cost }> {
  const file = await writeWorkbook([HEADS, ...rows]);
  globalThis.gc?.();
  let id = 0;
  const read = await cost(async () => {
    const result = await readSheetFile(file, "bench.xlsx");
    if (!result.ok) throw new Error(result.fault);
    id = await stageBatch(actor, "bench.xlsx", result.sheet);
    const settings = {
      source: "correction-consortium",
      title: "",
      basis: "self_declared",
      place: "",
      note: "",
      kind: "cso",
      newEntries: "published",
      lists: "replace",
      erase: "",
    };
    const said = importSettings.parse({ ...settings, said_on: new Date().toISOString().slice(0, 10) });
    await describeBatch(actor, id, guessTargets(result.sheet.heads, cellWords()), said);
  });
  const preview = await cost(async () => (await beginPlan(actor, id, cellWords()))!.end);
  return { id, read, preview };
}

/** The milliseconds of saves of another entry, one after the other, until the work is done. */
async function beside(work: Promise<unknown>): Promise<number[]> {
  const { slug } = await db.organisation.findFirstOrThrow({
    where: { publishedAt: { not: null }, importKeys: { none: {} } },
    select: { slug: true },
    orderBy: { id: "asc" },
  });
  const took: number[] = [];
  let going = true;
  void work.finally(() => (going = false));
  while (going) {
    const present = (await findEditable(actor, slug))!;
    const provenance = { basis: "verified", source: "correction-consortium", place: null, said_on: new Date().toISOString().slice(0, 10), note: null };
    const fields = { ...present.fields, member_count: String((present.fields.member_count ?? 0) + 1) };
    const begun = performance.now();
    const saved = await saveOrganisation(actor, slug, { fields, restricted: present.restricted, provenance, version: present.version });
    if (!saved.ok) console.error("A save beside was refused", JSON.stringify(saved).slice(0, 200));
    took.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return took;
}

async function written(id: number): Promise<{ write: Cost; saves: number; longestSaveMs: number }> {
  let saves: number[] = [];
  const write = await cost(async () => {
    const work = (await beginWrite(actor, id))!.end;
    saves = await beside(work);
    await work;
  });
  const batch = (await findBatch(actor, id))!;
  if (batch.state !== "written") throw new Error(JSON.stringify(batch.failure));
  return { write, saves: saves.length, longestSaveMs: Math.round(Math.max(...saves)) };
}

const first = await staged(Array.from({ length: ROWS }, (_, index) => row(index, index % 200)));
console.log("new", { rows: ROWS, ...(await countRows(db, first.id)), read: first.read, preview: first.preview, ...(await written(first.id)) });
const again = await staged(Array.from({ length: ROWS }, (_, index) => row(index, (index % 200) + (index % 2))));
console.log("again", { ...(await countRows(db, again.id)), read: again.read, preview: again.preview, ...(await written(again.id)) });
console.log("undone", { undo: await cost(() => undoBatch(actor, again.id)), undoNew: await cost(() => undoBatch(actor, first.id)) });
clearInterval(watch);
await db.$disconnect();
process.exit(0);
