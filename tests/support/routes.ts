import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { RequestCookiesAdapter } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { NextRequest } from "next/server";
import type { ReactNode } from "react";
import { prerenderToNodeStream } from "react-dom/static";

const APP = fileURLToPath(new URL("../../src/app", import.meta.url));

/** The addresses that the code answers to, as folders: "/[locale]/zones/[code]", each with the file that answers. */
export const ROUTES: ReadonlyMap<string, string> = new Map(
  readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file))
    .sort()
    .map((file) => [`/${file.replace(/\/?(?:page|route)\.tsx?$/, "")}`, path.join(APP, file)]),
);

type Props = { params: Promise<Record<string, string | string[]>>; searchParams: Promise<Record<string, string>> };
type Module = {
  GET?: (request: Request, context: Pick<Props, "params">) => Promise<Response>;
  default?: (props: Props) => Promise<ReactNode>;
  generateMetadata?: (props: Props, parent: Promise<object>) => Promise<object>;
};

/**
 * What a stranger without a cookie, or whoever has this one, is given by a route: the body of an answer, or the head and the HTML of a page.
 * What sends elsewhere gives Next's word for it, such as "NEXT_REDIRECT;replace;/connexion;307;".
 * @param address as inside the application: pages begin with their language
 */
export async function readRoute(route: string, address: string, cookie?: string): Promise<string> {
  const file = ROUTES.get(route);
  if (!file) throw new Error(`${route} is no route of src/app.`);
  const loaded = (await import(file)) as Module;
  const url = new URL(address, "http://annuaire.example");
  const request = new NextRequest(url, { headers: { host: url.host, ...(cookie && { cookie }) } });
  const props = { params: Promise.resolve(parametersOf(route, url.pathname)), searchParams: Promise.resolve(Object.fromEntries(url.searchParams)) };
  return inRequest(request, async () => {
    try {
      if (loaded.GET) return await (await loaded.GET(request, props)).text();
      const head = await loaded.generateMetadata?.(props, Promise.resolve({}));
      return JSON.stringify(head ?? {}) + (await html(await loaded.default!(props)));
    } catch (error) {
      if (typeof (error as { digest?: unknown }).digest === "string") return (error as { digest: string }).digest;
      throw error;
    }
  });
}

/** The status that a route answers with to who has no account. */
export async function statusOf(route: string, address: string): Promise<number> {
  const { GET } = (await import(ROUTES.get(route)!)) as Module;
  const url = new URL(address, "http://annuaire.example");
  const request = new NextRequest(url, { headers: { host: url.host } });
  return inRequest(request, async () => (await GET!(request, { params: Promise.resolve(parametersOf(route, url.pathname)) })).status);
}

function parametersOf(route: string, pathname: string): Record<string, string | string[]> {
  const parts = pathname.split("/");
  return Object.fromEntries(
    route.split("/").flatMap((folder, index) => {
      const name = /^\[(?:\.\.\.)?(\w+)\]$/.exec(folder)?.[1];
      if (!name) return [];
      return [[name, folder.startsWith("[...") ? parts.slice(index) : parts[index]!]];
    }),
  );
}

async function html(page: ReactNode): Promise<string> {
  let failure: unknown;
  const { prelude } = await prerenderToNodeStream(page, { onError: (error) => void (failure = error) });
  if (failure) throw failure;
  const chunks: Buffer[] = [];
  for await (const chunk of prelude) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * What a server action does for whoever has this cookie: its answer, or Next's word for where it sends.
 * @param cookie of a session
 */
export async function act<T>(cookie: string, action: () => Promise<T>): Promise<T | string> {
  const request = new NextRequest("http://annuaire.example/", { headers: { host: "annuaire.example", cookie }, method: "POST" });
  try {
    return await inRequest(request, action, "action");
  } catch (error) {
    if (typeof (error as { digest?: unknown }).digest === "string") return (error as { digest: string }).digest;
    throw error;
  }
}

/** Lets headers() and cookies() be asked, as inside a request. */
function inRequest<T>(request: Request, work: () => Promise<T>, phase: "render" | "action" = "render"): Promise<T> {
  const cookies = RequestCookiesAdapter.seal(new RequestCookies(request.headers));
  const store = { type: "request", phase, headers: request.headers, cookies, userspaceMutableCookies: cookies };
  return workAsyncStorage.run({ route: request.url, page: "/page" } as never, () => workUnitAsyncStorage.run(store as never, work));
}
