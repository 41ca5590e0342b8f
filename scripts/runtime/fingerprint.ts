import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inCheckout } from "./paths";

/** One hash of the content of these files and folders of the checkout, less those below `leaveOut`. */
function fingerprint(sources: string[], leaveOut: string): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    const isFolder = statSync(inCheckout(source)).isDirectory();
    const names = isFolder ? readdirSync(inCheckout(source), { recursive: true, encoding: "utf8" }).sort() : [""];
    for (const name of names.map((name) => join(source, name))) {
      const isLeftOut = leaveOut !== "" && name.startsWith(leaveOut);
      if (!isLeftOut && statSync(inCheckout(name)).isFile()) hash.update(`\0${name}\0`).update(readFileSync(inCheckout(name)));
    }
  }
  return hash.digest("hex");
}

/** Runs `work` unless `stamp`, a file of the checkout, records that it was done for these very sources, and what it made `isThere`. */
export async function onceForSources(
  stamp: string,
  sources: string[],
  work: () => Promise<void>,
  { leaveOut = "", isThere = () => true }: { leaveOut?: string; isThere?: () => boolean } = {},
): Promise<void> {
  const file = inCheckout(stamp);
  const wanted = fingerprint(sources, leaveOut);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted && isThere()) return;
  // Work that fails or is killed must not pass for what it was to replace.
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}
