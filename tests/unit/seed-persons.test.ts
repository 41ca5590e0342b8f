import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SOURCES } from "@/data/sources/all";
import { SEED_FOLDER } from "../support/seed-files";
import { digestOf, personsIn, telephonesIn } from "../support/private-persons";

describe("the files of the sources", () => {
  it.each(SOURCES.map(({ slug }) => slug))("name no private person: %s", (slug) => {
    const folder = path.join(SEED_FOLDER, slug);
    for (const file of readdirSync(folder)) expect(personsIn(readFileSync(path.join(folder, file), "utf8")), file).toEqual([]);
  });

  // The mapping prints the contacts of organisations, which stand in a file of their own.
  it.each(SOURCES.slice(1).map(({ slug }) => slug))("hold no telephone number: %s", (slug) => {
    const folder = path.join(SEED_FOLDER, slug);
    for (const file of readdirSync(folder)) expect(telephonesIn(readFileSync(path.join(folder, file), "utf8")), file).toEqual([]);
  });

  it("would be found out if they did", () => {
    const persons = [{ source: "essai", lines: "1", digest: digestOf("essai personne") }];
    expect(personsIn("<b>Éssai</b> Personne", persons)).toEqual(["essai 1"]);
    expect(personsIn("Personne n’a fait cet essai", persons)).toEqual([]);
    expect(telephonesIn("+223 00 11 22 33, 00112233")).toEqual(["00 11 22 33", "00112233"]);
    expect(telephonesIn("120000000000 euros en 2012-03-15, 1 500 000")).toEqual([]);
  });
});
