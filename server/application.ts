import type { Server } from "node:http";
import { isIPv6 } from "node:net";
import next from "next";
import { env, isDevelopment, tellNextOwnOrigin } from "@/env";
import { withDirectAnswers } from "./direct";
import { withPageAddresses } from "./page-address";
import type { Application } from "./render";

/** What a process does until it ends. */
export type Prepared = { application: Application; close: () => Promise<void> };

/** Next with the routes of the site, in this process. @param httpServer by which `npm run dev` tells browsers of changes */
export async function prepareApplication(httpServer?: Server): Promise<Prepared> {
  const { HOST, PORT } = env();
  const site = next({ dev: isDevelopment, port: PORT, httpServer });
  await site.prepare();
  if (!isDevelopment) tellNextOwnOrigin(`http://${!HOST || HOST === "0.0.0.0" || HOST === "::" ? "localhost" : isIPv6(HOST) ? `[${HOST}]` : HOST}:${PORT}`);
  return { application: withPageAddresses(withDirectAnswers(site.getRequestHandler())), close: () => site.close() };
}
