// HAProxy before our servers.
import { chownSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram, untilReady } from "./programs.mjs";

const configuration = new URL("../haproxy.cfg", import.meta.url);

/**
 * Starts HAProxy on `port` of `host` before two servers, given as "host:port".
 * @returns its program and `origin`
 */
export async function startProxy({ host, port }, servers, { folder, programs, account }) {
  // Copied beside the data: the account may not be able to enter the checkout.
  const file = join(folder, "haproxy.cfg");
  copyFileSync(configuration, file);
  if (account.uid !== undefined) chownSync(file, account.uid, account.gid);
  const env = { SITE_ADDRESS: `${host}:${port}`, SERVER_1: servers[0], SERVER_2: servers[1] };
  const program = startProgram(programs.haproxy, ["-db", "-f", file], { name: "proxy", folder, account, stopSignal: "SIGTERM", env });
  const origin = `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`;
  await untilReady(program, async () => (await fetch(`${origin}/api/v1/health`)).ok, { folder });
  return { ...program, origin };
}
