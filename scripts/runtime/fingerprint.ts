import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inCheckout } from "./paths";

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];
}

/** One hash of the content of these files and folders of the checkout, less those below `leaveOut`. */
export function fingerprint(paths: string[], { leaveOut = "" } = {}): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesBelow(inCheckout(path)))) {
    const name = file.slice(inCheckout(".").length + 1);
    if (!leaveOut || !name.startsWith(leaveOut)) hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** The fingerprint written in `file`, or null. */
export const readStamp = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").trim() : null);

/** Remembers `value` in `file`. */
export function writeStamp(file: string, value: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}
