import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SOURCES } from "@/data/sources/all";
import { mappingOfMali } from "@/data/sources/cartographie-osc-mali-2022/adapter";
import { studyOfReturn } from "@/data/sources/oim-samuel-hall-mali-2018/adapter";

/** The folder of the real files, one folder in it for each source. */
export const SEED_FOLDER = fileURLToPath(new URL("../../seed-data", import.meta.url));
export const MAPPING_FOLDER = path.join(SEED_FOLDER, mappingOfMali.slug);
export const STUDY_FOLDER = path.join(SEED_FOLDER, studyOfReturn.slug);

/** Every source with its folder, as the load takes them. @param folder that of all files @param releasedOn another day than that of the real files */
export const sourcesIn = (folder: string, releasedOn?: string) =>
  SOURCES.map((adapter) => ({
    adapter: releasedOn ? { ...adapter, release: { on: releasedOn, digest: "" } } : adapter,
    folder: path.join(folder, adapter.slug),
  }));

export type SeedCopy = {
  folder: string;
  /** Replaces one text of one file; the text must be there. */
  replace(file: string, from: string, to: string): Promise<void>;
  append(file: string, line: string): Promise<void>;
  remove(): Promise<void>;
};

/** A copy of files that a test may spoil. @param original the folder of one source, or of all */
export async function copySeedFiles(original = SEED_FOLDER): Promise<SeedCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), "osc-seed-"));
  await cp(original, folder, { recursive: true });
  const change = async (file: string, edit: (content: string) => string) => {
    const target = path.join(folder, file);
    await writeFile(target, edit(await readFile(target, "utf8")));
  };
  return {
    folder,
    replace: (file, from, to) =>
      change(file, (content) => {
        if (!content.includes(from)) throw new Error(`${file} does not hold "${from}"`);
        return content.replace(from, () => to);
      }),
    append: (file, line) => change(file, (content) => `${content}${line}\n`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
