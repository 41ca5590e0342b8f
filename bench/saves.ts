// node scripts/db.mjs run node --conditions=react-server --import tsx bench/saves.ts
// Saves 100 organisations of DATABASE_URL, which is to be thrown away, as an editor does, half of them with another partner. Says the
// milliseconds of the median and of the longest.
import { performance } from "node:perf_hooks";
import { database } from "@/data/client";
import { findEditable } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";

const SAVES = 100;
const WARM_UP = 10;

const user = await database().user.create({ data: { email: `bench-${Date.now()}@exemple.invalid`, name: "Bench", role: "editor", passwordHash: "-" } });
// Nobody is signed in here: src/auth makes the actors of the site.
const actor = { id: user.id, name: user.name, email: user.email, role: user.role } as Actor;
const rows = await database().$queryRaw<{ slug: string }[]>`
  SELECT "slug" FROM "Organisation" WHERE "kind" = 'cso' ORDER BY random() LIMIT ${SAVES + WARM_UP + 1}`;
const slugs = rows.map(({ slug }) => slug);
const other = slugs.pop()!;
const times: number[] = [];
for (const [index, slug] of slugs.entries()) {
  const { fields, version } = (await findEditable(actor, slug))!;
  const changed = index % 2 === 0 ? { partners: [...fields.partners, other] } : { acronym: `ESSAI ${user.id}-${index}` };
  const provenance = { source: CORRECTION_SOURCE, basis: "verified", place: null, said_on: "2022-09-01", note: "Essai" };
  const begun = performance.now();
  const result = await saveOrganisation(actor, slug, { version, fields: { ...fields, ...changed }, restricted: [], provenance });
  if (index >= WARM_UP) times.push(performance.now() - begun);
  if (!result.ok) throw new Error(JSON.stringify(result));
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ median: times[SAVES / 2], longest: times.at(-1) }));
await database().$disconnect();
