import { isDevelopment } from "@/env";

type Answer = (request: Request) => Promise<Response>;

const KEY = Symbol.for("directory.direct-answers");
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Answer> };

/** By path. On the global object, because the application and the server are bundled apart and each holds a copy of this module. */
const answers = (shared[KEY] ??= new Map<string, Answer>());

/**
 * Lets the server before the application ask for the answers of a route without Next's router, which takes longer than they do themselves.
 * The first request still goes through Next, which then loads the route. Not in development, where a route changes.
 * @param answer depends on nothing but its request
 */
export function answeredDirectly(path: string, answer: Answer): Answer {
  if (!isDevelopment) answers.set(path, answer);
  return answer;
}

/** How the answers at a path are made; undefined for one that only Next knows. */
export const directAnswer = (path: string): Answer | undefined => answers.get(path);
