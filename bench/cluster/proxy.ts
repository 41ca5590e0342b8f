// HAProxy before our servers.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { inCheckout } from "../../scripts/runtime/paths";
import { give, startProgram, untilReady, type Context, type Program } from "./programs";

const configuration = inCheckout("deploy/haproxy.cfg");

export type Proxy = Program & { origin: string };

/** Starts HAProxy on `port` of `host` before two servers, given as "host:port". */
export async function startProxy(at: { host: string; port: number }, servers: [string, string], { folder, programs, account }: Context): Promise<Proxy> {
  const { host, port } = at;
  // Copied beside the data: the account may not be able to enter the checkout.
  const file = join(folder, "haproxy.cfg");
  copyFileSync(configuration, file);
  give(file, account);
  const env = { SITE_ADDRESS: `${host}:${port}`, SERVER_1: servers[0], SERVER_2: servers[1] };
  const program = startProgram(programs.haproxy, ["-db", "-f", file], { name: "proxy", folder, account, stopSignal: "SIGTERM", env });
  const origin = `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`;
  await untilReady(program, async () => (await fetch(`${origin}/api/v1/health`)).ok, { folder });
  return { ...program, origin };
}
