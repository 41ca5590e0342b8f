import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { openImage } from "@/search/image";

const root = join(import.meta.dirname, "../..");
const WORKER = pathToFileURL(join(root, "src/data/search/build-worker.ts")).href;
/** Node runs no TypeScript in a thread by itself. */
const PROGRAM = `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))}; register(); await import(${JSON.stringify(WORKER)});`;
let folder = "";

/** What the thread of a server builds from the present directory, or reads. */
async function build(atLeast: bigint): Promise<{ organisations: number; revision: string; build: string | null }> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`), {
    workerData: { atLeast },
    execArgv: ["--conditions=react-server"],
    env: { ...process.env, NEXT_DIST_DIR: relative(root, folder), LOG_LEVEL: "silent" },
  });
  const [image] = (await once(worker, "message")) as [SharedArrayBuffer];
  const { segment, of } = openImage(image);
  return { organisations: segment.ids.length, revision: of.revision, build: of.build };
}

const count = async () => (await database().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM organisation_search`)[0]!.count;

/** One more organisation, of which no revision tells unless `told`. */
async function add(name: string, { told }: { told: boolean }): Promise<void> {
  await database().$executeRaw`
    WITH made AS (INSERT INTO "Organisation" ("slug", "name", "kind", "publishedAt") VALUES (${name}, ${name}, 'cso', now()) RETURNING "id")
    INSERT INTO organisation_search ("organisationId", "nameKey", "summary", "details", "facets", "aliases")
    SELECT "id", ${name}, jsonb_build_object('slug', ${name}::text, 'name', ${name}::text), '{}', ARRAY['kind:cso'], '{}' FROM made`;
  if (told) await revise();
}
const revise = () => database().$executeRaw`
  WITH next AS (UPDATE directory_revision SET "revision" = "revision" + 1 RETURNING "revision")
  INSERT INTO directory_change ("revision", "organisationIds") SELECT "revision", NULL FROM next`;
const revision = async () => (await database().$queryRaw<{ revision: bigint }[]>`SELECT "revision" FROM directory_revision`)[0]!.revision;
const empty = () => database().$executeRaw`TRUNCATE "Organisation" CASCADE`;

beforeAll(async () => {
  folder = await mkdtemp(join(root, ".next-index-"));
  await writeFile(join(folder, "BUILD_ID"), "first build");
  await empty();
  await add("essai-du-fil-0", { told: true });
});
afterAll(async () => {
  await empty();
  await revise();
  await rm(folder, { recursive: true });
});

describe("the thread that builds the index", () => {
  it("builds once for several servers that start together, and leaves one file", async () => {
    const present = await revision();
    const built = await Promise.all([build(present), build(present)]);
    for (const one of built) expect(one).toEqual({ organisations: await count(), revision: String(present), build: "first build" });
    expect(await readdir(join(folder, "cache"))).toHaveLength(1);
  });

  it("reads the file of this build at the next start, unless the directory is further", async () => {
    const before = await count();
    await add("essai-du-fil-1", { told: false });
    expect((await build(await revision())).organisations).toBe(before);
    await add("essai-du-fil-2", { told: true });
    expect(await build(await revision())).toMatchObject({ organisations: before + 2, revision: String(await revision()) });
  });

  it("does not read what another build wrote, nor a broken file", async () => {
    const before = await count();
    await add("essai-du-fil-3", { told: false });
    await writeFile(join(folder, "BUILD_ID"), "second build");
    expect(await build(await revision())).toMatchObject({ organisations: before + 1, build: "second build" });
    const [file] = await readdir(join(folder, "cache"));
    await writeFile(join(folder, "cache", file!), "no index");
    expect((await build(await revision())).organisations).toBe(before + 1);
  });
});
