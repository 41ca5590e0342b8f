import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inCheckout } from "./paths.mjs";

function* filesBelow(path, isLeftOut) {
  if (!existsSync(path) || isLeftOut(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name), isLeftOut);
}

/** One hash of the content of these files and folders of the checkout; `extra` strings count too. */
export function fingerprint(paths, { leaveOut = [], extra = [] } = {}) {
  const hash = createHash("sha256");
  const left = new Set(leaveOut.map((path) => inCheckout(path)));
  for (const path of paths) {
    for (const file of filesBelow(inCheckout(path), (found) => left.has(found))) {
      hash.update(`\0${file.slice(inCheckout(".").length)}\0`).update(readFileSync(file));
    }
  }
  for (const value of extra) hash.update(`\0${value}`);
  return hash.digest("hex");
}

/** The fingerprint written in `file`, or null. */
export const readStamp = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : null);

/** Remembers `value` in `file`. */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}
