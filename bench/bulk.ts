// What it takes to change every entry of a register at once, and to undo it: DATABASE_URL leads to one that bench/register/load.ts has filled.
import { confirmBulk } from "@/data/bulk/apply";
import { prepareBulk } from "@/data/bulk/preview";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { idsForStaff } from "@/data/editing/staff-list";
import type { Actor } from "@/domain/actor";
import type { Deed } from "@/domain/bulk";

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

const { id, name, email } = await database().user.findFirstOrThrow({ where: { role: "admin" } });
const actor = { id, name, email, role: "admin", seesConfidential: false } as Actor;
const ids = await timed("finding all", () => idsForStaff(actor, { q: "", page: 1 }));
const DEEDS: Deed[] = [{ action: "add_theme", theme: "child_rights", basis: "verified" }, { action: "unpublish" }, { action: "verify" }];
for (const deed of DEEDS) {
  const preview = await timed(`${deed.action}, preview of ${ids.length}`, () => prepareBulk(actor, deed, ids));
  const result = await timed(`${deed.action}, confirmed`, () => confirmBulk(actor, preview!, () => true));
  console.log(JSON.stringify(result));
  if (result.ok && result.changeSetId !== null) await timed(`${deed.action}, undone`, () => undoChangeSet(actor, result.changeSetId!));
}
await database().$disconnect();
