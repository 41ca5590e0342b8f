import "server-only";
import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/env";
import { logger } from "@/lib/logger";

/** How many bytes are read at once. */
const PIECE = 64 * 1024 * 1024;

const folder = (): string => join(/* turbopackIgnore: true */ process.cwd(), env().NEXT_DIST_DIR);

/** Where the processes of this machine keep the image of a database's index. */
export function imageFile(): string {
  const { host, pathname } = new URL(env().DATABASE_URL);
  return join(folder(), "cache", `search-${createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 12)}`);
}

/** The build that serves, which alone reads what it wrote; null in development and tests, which keep no image. */
export const buildId = (): Promise<string | null> => readFile(join(folder(), "BUILD_ID"), "utf8").catch(() => null);

/** The image that was written last, or null; without occupying the event loop. */
export async function readImage(): Promise<SharedArrayBuffer | null> {
  if ((await buildId()) === null) return null;
  const file = await open(imageFile()).catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const image = new SharedArrayBuffer(size);
    for (let at = 0; at < size; at += PIECE) {
      const { bytesRead } = await file.read(new Uint8Array(image, at, Math.min(PIECE, size - at)), { position: at });
      if (bytesRead < Math.min(PIECE, size - at)) return null;
    }
    return image;
  } finally {
    await file.close();
  }
}

/** Replaces the file as a whole; a folder that cannot be written costs only the next start its time. */
export async function writeImage(image: SharedArrayBuffer): Promise<void> {
  if ((await buildId()) === null) return;
  const target = imageFile();
  const unfinished = `${target}.${process.pid}`;
  try {
    await mkdir(join(folder(), "cache"), { recursive: true });
    await writeFile(unfinished, new Uint8Array(image), { mode: 0o600 });
    await rename(unfinished, target);
  } catch (error) {
    logger.warn({ err: error }, "The search index was not saved: the next start builds it again");
  }
}
