// A program of its own, for a test that kills it while it writes: an import, or what the form of an entry sends.
import { setTimeout as pause } from "node:timers/promises";
import { beginWrite } from "@/data/batch/write";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";

export type Writing = { actor: Actor } & ({ batch: number } | { slug: string; input: unknown });

const writing = JSON.parse(process.argv[2]!) as Writing;
if ("batch" in writing) await (await beginWrite(writing.actor, writing.batch))?.end;
else await saveOrganisation(writing.actor, writing.slug, writing.input);
// The test sees that all is written, and then kills it.
await pause(60_000);
