import { isDevelopment } from "@/env";

type Params = Record<string, string>;
/** What a route answers to a GET, as Next's routes say it. */
type Answer<P = Params> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;
type Route = { segments: string[]; answer: Answer };

const KEY = Symbol.for("directory.direct-answers");
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Route> };

/** By pattern. On the global object, because the application and the server are bundled apart and each holds a copy of this module. */
const routes = (shared[KEY] ??= new Map<string, Route>());

/**
 * Lets the server before the application ask for the answers of a route without Next's router, which takes as long as many of them do
 * themselves. The first request still goes through Next, which then loads the route. Not in development, where a route changes.
 * @param pattern the path of the route, as its folders write it: "/api/v1/organisations/[slug]"
 * @param answer depends on nothing but its request
 */
export function answeredDirectly<P>(pattern: string, answer: Answer<P>): Answer<P> {
  if (!isDevelopment) routes.set(pattern, { segments: pattern.split("/"), answer: answer as Answer<unknown> as Answer });
  return answer;
}

/** What Next decodes, or reads as something else than a name, is left to it. */
const PLAIN = /^[\w.~/-]+$/;

/** How the answers at a path are made; undefined for one that only Next knows. */
export function directAnswer(path: string): ((request: Request) => Promise<Response>) | undefined {
  if (!PLAIN.test(path)) return undefined;
  const asked = path.split("/");
  for (const { segments, answer } of routes.values()) {
    const params = paramsOf(segments, asked);
    if (params) return (request) => answer(request, { params: Promise.resolve(params) });
  }
  return undefined;
}

function paramsOf(segments: readonly string[], asked: readonly string[]): Params | null {
  if (segments.length !== asked.length) return null;
  const params: Params = {};
  for (const [position, segment] of segments.entries()) {
    const value = asked[position]!;
    if (!segment.startsWith("[")) {
      if (segment !== value) return null;
      continue;
    }
    if (value === "") return null;
    params[segment.slice(1, -1)] = value;
  }
  return params;
}
