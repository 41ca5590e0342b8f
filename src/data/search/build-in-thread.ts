import "server-only";
import { Worker } from "node:worker_threads";

/** Enough for the words and facets of some millions of organisations while they are collected; the server's own heap is far smaller. */
const HEAP_MB = 2048;

/**
 * Builds the base of the index in a thread of its own, so that the event loop of the one that serves is never blocked.
 * @param atLeast the revision that it must hold
 */
export function buildInThread(atLeast: bigint): Promise<SharedArrayBuffer> {
  return new Promise((resolve, reject) => {
    // An object, because Turbopack adds properties of its own: any other value would be lost.
    const workerData = { atLeast };
    const worker = new Worker(new URL("./build-worker.ts", import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread that builds the search index ended with code ${code}`)));
  });
}
