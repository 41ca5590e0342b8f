// The least that a page of Next costs: an almost empty one of the same size as ours.
import { inCheckout } from "../../scripts/runtime/paths.mjs";
import { nextProgram } from "../../scripts/runtime/build.mjs";
import { executeNode } from "../../scripts/runtime/programs.mjs";
import { startChild } from "./child.mjs";

const folder = inCheckout("bench/page-floor");
const pathOf = (letters) => `/empty?letters=${letters}`;

const sizeOf = async (url) => (await (await fetch(url)).arrayBuffer()).byteLength;

/**
 * Builds it and starts it with plain `next start`.
 * @returns {Promise<{ origin: string, pid: number, stop: () => Promise<void>, pathOfSize: (bytes: number) => Promise<string> }>}
 *   `pathOfSize`: where a page of that many bytes of HTML stands
 */
export async function startPageFloor({ port, env }) {
  const settings = { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await executeNode([nextProgram, "build", folder], { env: settings, failure: "The page floor could not be built." });
  const server = await startChild([nextProgram, "start", folder, "-p", String(port), "-H", "127.0.0.1"], { env: settings, port, path: pathOf(1) });
  const pathOfSize = async (bytes) => {
    const [small, large] = [await sizeOf(server.origin + pathOf(1000)), await sizeOf(server.origin + pathOf(11_000))];
    const perLetter = (large - small) / 10_000;
    return pathOf(Math.max(0, Math.round(1000 + (bytes - small) / perLetter)));
  };
  return { ...server, pathOfSize };
}
