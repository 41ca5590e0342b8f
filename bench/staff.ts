// node scripts/db.mjs run node --conditions=react-server --import tsx bench/staff.ts
// What staff wait for on DATABASE_URL, which holds a large register (bench/register/load.ts): the list, its searches and filters, its map.
// Says the milliseconds of the median and of the longest, against a goal of 150 at the median.
import { performance } from "node:perf_hooks";
import { database } from "@/data/client";
import { lackingOf } from "@/data/editing/completeness";
import { listForStaff } from "@/data/editing/staff-list";
import type { StaffListQuery } from "@/data/editing/staff-query";
import { countForMap } from "@/data/editing/staff-map";
import { foundIn } from "@/data/editing/staff-words";
import type { Actor } from "@/domain/actor";

const TIMES = 20;
const WARM_UP = 5;
const GOAL_MS = 150;

// Nobody is signed in here: src/auth makes the actors of the site. An editor sees the restricted values of the consortium.
const actor = { id: 0, name: "Bench", email: "bench@exemple.invalid", role: "editor", zonePaths: [], entryIds: [] } as unknown as Actor;
const db = database();
const [{ raw: phone } = { raw: "" }] = await db.$queryRaw<{ raw: string }[]>`
  SELECT "raw" FROM "Statement" WHERE "channel" = 'phone' AND "organisationId" IS NOT NULL AND "withdrawnById" IS NULL ORDER BY md5("id"::text) LIMIT 1`;
const [{ raw: mail } = { raw: "" }] = await db.$queryRaw<{ raw: string }[]>`
  SELECT "raw" FROM "Statement" WHERE "channel" = 'email' AND "organisationId" IS NOT NULL AND "withdrawnById" IS NULL ORDER BY md5("id"::text) LIMIT 1`;

const QUERIES: Record<string, Partial<StaffListQuery>> = {
  "the whole list": {},
  "the 400th page": { page: 400 },
  "a state, a kind": { state: "draft", kind: "cso" },
  "a zone, a theme": { zone: "kayes", theme: "women_rights" },
  "a source": { source: "cartographie-osc-mali-2022" },
  "never verified, those first": { freshness: "never", order: "verification" },
  "changed last by": { changedBy: 1 },
  "a missing contact": { missing: "contacts" },
  "to complete, most first": { state: "current", completeness: "incomplete", order: "missing" },
  "a broad word": { q: "association" },
  "two words": { q: "femmes kayes" },
  "a word of a label": { q: "réinsertion" },
  "two words of labels": { q: "femmes agréée" },
  "three words, two filters": { q: "association des femmes", zone: "kayes", missing: "contacts" },
  "a telephone": { q: phone.replace(/[^\d+]/g, "") },
  "a mail address": { q: mail },
};

/** All that the page of a list asks for of its entries. */
async function page(query: StaffListQuery): Promise<number> {
  const { total, items } = await listForStaff(actor, query);
  const slugs = items.map(({ slug }) => slug);
  await Promise.all([foundIn(actor, query.q, slugs), query.order === "missing" || query.missing ? lackingOf(actor, slugs) : null]);
  return total;
}

const results: Record<string, { total: number; median: number; longest: number; met: boolean }> = {};
async function measure(name: string, ask: () => Promise<number>): Promise<void> {
  const times: number[] = [];
  let total = 0;
  for (let index = 0; index < WARM_UP + TIMES; index += 1) {
    const begun = performance.now();
    total = await ask();
    if (index >= WARM_UP) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const median = Math.round(times[TIMES / 2]!);
  results[name] = { total, median, longest: Math.round(times.at(-1)!), met: median <= GOAL_MS };
}

for (const [name, query] of Object.entries(QUERIES)) await measure(name, () => page({ q: "", page: 1, ...query }));
await measure("the map", async () => (await countForMap(actor, { q: "", page: 1, state: "current" })).total);
console.table(results);
await db.$disconnect();
