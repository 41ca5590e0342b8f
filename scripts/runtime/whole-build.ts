import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const read = <T>(file: string) => JSON.parse(readFileSync(file, "utf8")) as T;

/** The files of a build without which the site does not start, as the build itself names them. */
function neededFiles(folder: string): string[] {
  const { files } = read<{ files: string[] }>(join(folder, "required-server-files.json"));
  const routes = Object.values(read<Record<string, string>>(join(folder, "server/app-paths-manifest.json")));
  // The first are named from the checkout, with the folder's own name in front.
  const named = files.map((file) => file.replaceAll("\\", "/").split("/").slice(1).join("/"));
  return [...named, ...routes.map((file) => `server/${file}`), "front/main.mjs"].map((file) => join(folder, file));
}

function isWhole(file: string): boolean {
  if (statSync(file).size === 0) return false;
  if (basename(file).endsWith(".json")) read(file);
  return true;
}

/** False when the build in this folder lacks a file that it needs, or has one that was cut short: a disk was full, a copy was stopped. */
export function isWholeBuild(folder: string): boolean {
  try {
    return neededFiles(folder).every(isWhole);
  } catch {
    return false;
  }
}
