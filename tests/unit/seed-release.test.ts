import { expect, it } from "vitest";
import { SOURCES } from "@/data/sources/all";
import { filesDigest } from "@/data/import/files-digest";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";

/** Entries that nobody edited carry the day on which their files were released, so that two loads of the same files publish the same dates. */

it.each(sourcesIn(SEED_FOLDER))("the files of $adapter.slug are those of the release that the adapter states", async ({ adapter, folder }) => {
  const digest = await filesDigest(folder);
  const today = new Date().toISOString().slice(0, 10);
  expect(
    adapter.release.digest,
    `The files of seed-data/${adapter.slug} changed: state the release in src/data/sources/${adapter.slug}/adapter.ts, with the day on which ` +
      `they are published, from which entries are dated:\n  release: { on: "${today}", digest: "${digest}" },\n`,
  ).toBe(digest);
});

it.each(SOURCES)("$slug states a day", ({ release }) => {
  expect(release.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(new Date(release.on).toISOString().slice(0, 10)).toBe(release.on);
});
