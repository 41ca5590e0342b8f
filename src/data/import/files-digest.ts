import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** What the files of one source are known by: their names and bytes, but for what explains them. @returns 16 hexadecimal digits */
export async function filesDigest(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(folder)).filter((name) => name !== "README.md").sort())
    hash.update(`${file}\0`).update(await readFile(path.join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
