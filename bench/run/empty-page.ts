// The least that a page of Next costs: an almost empty one of the same size as ours.
import { nextProgram } from "../../scripts/runtime/build";
import { inCheckout } from "../../scripts/runtime/paths";
import { executeNode } from "../../scripts/runtime/programs";
import { firstAnswer, startNode, type Child } from "../../scripts/runtime/server";

const folder = inCheckout("bench/empty-page");
const pathOf = (letters: number) => `/empty?letters=${letters}`;

const sizeOf = async (url: string) => (await (await fetch(url)).arrayBuffer()).byteLength;

export type EmptyPage = Child & { origin: string; pathOfSize: (bytes: number) => Promise<string> };

/** Builds it and starts it with plain `next start`. `pathOfSize` tells where a page of that many bytes of HTML stands. */
export async function startEmptyPage({ port, env }: { port: number; env: NodeJS.ProcessEnv }): Promise<EmptyPage> {
  const settings = { ...env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await executeNode([nextProgram, "build", folder], { env: settings, failure: "The empty page could not be built." });
  const server = startNode([nextProgram, "start", folder, "-p", String(port), "-H", "127.0.0.1"], { env: settings, output: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  await firstAnswer(server, origin + pathOf(1));
  const pathOfSize = async (bytes: number) => {
    const [small, large] = [await sizeOf(origin + pathOf(1000)), await sizeOf(origin + pathOf(11_000))];
    const perLetter = (large - small) / 10_000;
    return pathOf(Math.max(0, Math.round(1000 + (bytes - small) / perLetter)));
  };
  return { ...server, origin, pathOfSize };
}
