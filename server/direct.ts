import { directAnswer } from "@/lib/http/direct-answers";
import type { Application } from "./render";
import { pathOf } from "./request-class";

/** Lets routes that offer it answer without Next's router: see docs/decisions/0026-direct-answers.md. */
export function withDirectAnswers(application: Application): Application {
  return async (request, response) => {
    const { url = "/", method, headers } = request;
    // Who a reader is, Next alone tells the application.
    const answer = method === "GET" && headers.cookie === undefined ? directAnswer(pathOf(url)) : undefined;
    if (!answer) return application(request, response);
    const given = await answer(new Request(`http://localhost${url}`, { headers: headers as Record<string, string> }));
    response.writeHead(given.status, Object.fromEntries(given.headers));
    response.end(Buffer.from(await given.arrayBuffer()));
  };
}
