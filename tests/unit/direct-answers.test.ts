import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { answeredDirectly } from "@/lib/http/direct-answers";
import { requestRevision } from "@/lib/request-outcome";
import { withDirectAnswers } from "../../server/direct";
import { read, startFront, text, type MadeUp } from "../support/front-reader";

const state: MadeUp = { renders: [], says: "", markUnavailable: () => undefined };
const application = vi.fn();
let front: Awaited<ReturnType<typeof startFront>>;

beforeAll(async () => {
  answeredDirectly("/api/v1/quick", async (request) => {
    if (request.url.includes("fail")) throw new Error("a fault");
    const said = [new URL(request.url).searchParams.get("q"), request.headers.get("accept-language"), request.headers.get("cookie"), String(requestRevision())];
    return Response.json(said, { status: request.url.includes("bad") ? 400 : 200, headers: { vary: "accept-language" } });
  });
  application.mockImplementation(async (_, response) => void response.setHeader("content-type", "application/json").end('"the application"'));
  front = await startFront(state, async () => ({ revision: "7", elsewhere: "7", listed: "7", changes: [], changedAt: 0, settled: true }), {
    application: withDirectAnswers(application),
  });
});
afterAll(() => front.stop());

it("answers a route that offers it without the application, from the same reduced request, and keeps the answer", async () => {
  const headers = { "accept-language": "en-GB", cookie: "secret=1" };
  const first = await read(front.port, "/api/v1/quick?q=kayes", { headers });
  const { "content-type": type, vary, "x-cache": cache } = first.headers;
  expect([first.status, text(first), type, vary, cache]).toEqual([200, '["kayes","en",null,"7"]', "application/json", "accept-language", "miss"]);
  expect((await read(front.port, "/api/v1/quick?q=kayes", { headers })).headers["x-cache"]).toBe("hit");
  expect(application).not.toHaveBeenCalled();
});

it("closes the browser's doors of such an answer, as of any", async () => {
  for (const path of ["/api/v1/quick?q=a", "/api/v1/other", "/api/v1/quick?fail"]) {
    const { headers } = await read(front.port, path);
    expect([headers["x-content-type-options"], headers["referrer-policy"], headers["permissions-policy"]], path).toEqual([
      "nosniff",
      "strict-origin-when-cross-origin",
      "camera=(), microphone=(), geolocation=()",
    ]);
  }
});

it("passes its refusals on, says its faults as those of the application, and keeps neither", async () => {
  for (const [path, status] of [
    ["/api/v1/quick?bad", 400],
    ["/api/v1/quick?fail", 500],
  ] as const) {
    const answer = await read(front.port, path);
    expect([answer.status, answer.headers["x-cache"]], path).toEqual([status, "pass"]);
  }
});

it("tells a route of a record which one is asked for", async () => {
  answeredDirectly("/en/quick/[slug]", async (_, { params }: { params: Promise<Record<string, string>> }) => Response.json(await params));
  expect(text(await read(front.port, "/en/quick/grdr"))).toBe('{"slug":"grdr"}');
  for (const path of ["/fr/quick/grdr", "/en/quick/", "/en/quick/gr%64r", "/en/quick/grdr/more"]) {
    expect(text(await read(front.port, path)), path).toBe('"the application"');
  }
});

it("leaves who is signed in to the application, which alone knows them", async () => {
  answeredDirectly("/fr/organisations/[slug]", async () => Response.json("everybody's"));
  expect(text(await read(front.port, "/fr/organisations/grdr"))).toBe('"everybody\'s"');
  const cookie = "next-auth.session-token=made-up";
  expect(text(await read(front.port, "/fr/organisations/grdr", { headers: { cookie } }))).toBe('"the application"');
});

it("leaves every other address to the application", async () => {
  for (const path of ["/api/v1/quick/more", "/api/v1/other", "/quick"]) expect(text(await read(front.port, path)), path).toBe('"the application"');
});
