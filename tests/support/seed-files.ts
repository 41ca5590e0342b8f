import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the real files. */
export const SEED_FOLDER = fileURLToPath(new URL("../../seed-data", import.meta.url));

export type SeedCopy = {
  folder: string;
  /** Replaces one text of one file; the text must be there. */
  replace(file: string, from: string, to: string): Promise<void>;
  append(file: string, line: string): Promise<void>;
  remove(): Promise<void>;
};

/** A copy of the files that a test may spoil. */
export async function copySeedFiles(): Promise<SeedCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), "osc-seed-"));
  await cp(SEED_FOLDER, folder, { recursive: true });
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
