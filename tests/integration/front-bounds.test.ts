import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { encode } from "next-auth/jwt";
import { bearsSession } from "../../server/upload";
import { read, startFront, text, type MadeUp } from "../support/front-reader";

const state: MadeUp = { renders: [], says: "", markUnavailable: () => undefined };
let front: Awaited<ReturnType<typeof startFront>>;
let free = () => {};
const readRevision = async () => ({ revision: "1", elsewhere: "1", listed: "1", changes: [], changedAt: 0, settled: true });
const start = async (settings: Parameters<typeof startFront>[2]) => (front = await startFront(state, readRevision, settings));
const at = (path: string, how?: Parameters<typeof read>[2]) => read(front.port, path, how);

beforeEach(() => {
  Object.assign(state, { renders: [], says: "a page", stuck: new Promise<void>((resolve) => (free = resolve)) });
});
afterEach(async () => {
  free();
  await front.stop();
});

/** What a program writes that is no browser; resolves to what it gets, once the other side closes or is silent. */
function raw(lines: string[], { keep = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(front.port, "127.0.0.1", () => socket.write(lines.join("\r\n") + "\r\n\r\n"));
    let got = "";
    socket.on("data", (bytes) => {
      got += bytes;
      if (!keep) socket.end();
    });
    socket.on("close", () => resolve(got));
    socket.on("error", () => resolve(got));
  });
}

describe("while more pages are asked for than can be made", () => {
  beforeEach(() => start({ pageBounds: { running: 2, slowMs: 60_000, waiting: 4, longestWaitMs: 200 } }));

  it("stored answers, files and health do not wait", async () => {
    await at("/stored");
    const stuck = Array.from({ length: 6 }, (_, index) => at(`/stuck-${index}`));
    await vi.waitFor(() => expect(state.renders.filter((path) => path.startsWith("/stuck"))).toHaveLength(2));
    expect((await at("/stored")).headers["x-cache"]).toBe("hit");
    expect((await at("/icon.svg")).status).toBe(200);
    expect((await at("/api/v1/health")).status).toBe(200);
    free();
    await Promise.all(stuck);
  });

  it("who waits in vain is told to try again, in words, and nothing is made for them", async () => {
    const first = [at("/stuck-1"), at("/stuck-2")];
    await vi.waitFor(() => expect(state.renders).toHaveLength(2));
    const others = await Promise.all(["/stuck-3", "/en/stuck-4", "/api/v1/stuck", "/nowhere-5"].map((path) => at(path)));
    for (const { status, headers } of others) expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "5", "no-store"]);
    expect(text(others[0]!)).toContain("Le répertoire ne peut pas répondre maintenant");
    expect(text(others[1]!)).toContain("The directory cannot answer now");
    expect(JSON.parse(text(others[2]!))).toMatchObject({ status: 503 });
    expect(state.renders).toHaveLength(2);
    free();
    for (const { status } of await Promise.all(first)) expect(status).toBe(200);
    expect((await at("/stuck-3")).status).toBe(200);
  });

  it("what has no room is refused at once, and what Next's own script asks for waits in the same line", async () => {
    const headers = { rsc: "1" };
    const asked = [at("/stuck-1"), at("/stuck-2", { headers })];
    await vi.waitFor(() => expect(state.renders).toHaveLength(2));
    const waiting = Array.from({ length: 8 }, (_, index) => at(`/stuck-${index + 3}`, { headers }));
    const statuses = (await Promise.all(waiting)).map(({ status }) => status);
    expect(statuses).toEqual(Array(8).fill(503));
    expect(state.renders).toHaveLength(2);
    free();
    await Promise.all(asked);
  });

  it("the pages of staff wait in a line of their own, which takes a session that this site sealed", async () => {
    const secret = "a secret of forty characters, for tests.";
    const one = { running: 1, slowMs: 60_000, waiting: 4, longestWaitMs: 200 };
    await front.stop();
    await start({ pageBounds: one, staffBounds: one, bearsSession: ({ headers }) => bearsSession(headers, secret) });
    const bearing = async (key: string) => ({
      headers: { rsc: "1", cookie: `next-auth.session-token=${await encode({ token: { sessionId: "essai" }, secret: key })}` },
    });
    const staff = at("/stuck-1", await bearing(secret));
    await vi.waitFor(() => expect(state.renders).toHaveLength(1));
    expect((await at("/new-view")).status).toBe(200);
    const stranger = at("/stuck-2", await bearing("another secret of forty characters, here."));
    await vi.waitFor(() => expect(state.renders).toHaveLength(3));
    expect((await at("/another-view")).status).toBe(503);
    free();
    await Promise.all([staff, stranger]);
  });

  it("the pages of staff and forms are made one at a time, of each in turn", async () => {
    const made: string[] = [];
    let next = () => undefined as void;
    const application = async ({ method }: IncomingMessage, response: ServerResponse) => {
      made.push(method!);
      await new Promise<void>((resolve) => (next = resolve));
      response.end();
    };
    await front.stop();
    const staffBounds = { running: 1, slowMs: 60_000, waiting: 20, longestWaitMs: 60_000 };
    await start({ application, staffBounds, bearsSession: async () => true });
    const form = () => at("/connexion", { method: "POST", body: "1" });
    const page = () => at("/admin");
    const asked = [form()];
    await vi.waitFor(() => expect(made).toHaveLength(1));
    asked.push(form(), page(), page());
    for (let count = 2; count <= 4; count += 1) {
      // By the time that another request is refused, the next would have begun.
      await at("/missing.txt", { method: "PUT" });
      expect(made).toHaveLength(count - 1);
      next();
      await vi.waitFor(() => expect(made).toHaveLength(count));
    }
    next();
    for (const { status } of await Promise.all(asked)) expect(status).toBe(200);
    expect(made).toEqual(["POST", "GET", "POST", "GET"]);
  });
});

describe("the body of a request", () => {
  const post = (body: string) => at("/connexion", { method: "POST", body, headers: { "content-type": "text/plain" } });

  it("reaches the application whole", async () => {
    await start({});
    const body = "é".repeat(400_000);
    expect(text(await post(body))).toBe(body);
  });

  it("that is too large is refused in words, whether or not it says its size, and the application is not asked", async () => {
    await start({});
    const large = await post("x".repeat(1024 * 1024 + 1)).catch(() => null);
    // The answer may come while the body is still being written.
    if (large) expect([large.status, text(large).includes("Ce formulaire est trop lourd")]).toEqual([413, true]);
    const said = await raw(["POST /connexion HTTP/1.1", "Host: localhost", "Content-Length: 9000000"]);
    expect(said).toMatch(/^HTTP\/1.1 413 [\s\S]*trop lourd/);
    const chunk = "x".repeat(0x20000);
    const unsaid = ["POST /connexion HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked", "", ...Array(12).fill(`20000\r\n${chunk}`)];
    expect(await raw(unsaid)).toMatch(/^HTTP\/1.1 413 /);
    expect(state.renders).toEqual([]);
  });

  it("of a file is taken where staff send files, from who bears a session that this site sealed", async () => {
    const secret = "a secret of forty characters, for tests.";
    await start({ bearsSession: ({ headers }) => bearsSession(headers, secret) });
    const sealed = await encode({ token: { sessionId: "essai" }, secret });
    const send = (path: string, token: string, bytes: number) =>
      at(path, {
        method: "POST",
        body: "x".repeat(bytes),
        headers: { "content-type": "application/octet-stream", cookie: `next-auth.session-token=${token}` },
      }).then(
        ({ status }) => status,
        // The answer may come while the body is still being written.
        () => 413,
      );
    const MB = 1024 * 1024;
    expect(await send("/admin/sources/essai", sealed, 10 * MB)).toBe(200);
    expect(await send("/en/admin/sources/essai", sealed, 12 * MB)).toBe(413);
    expect(await send("/admin/comptes", sealed, 2 * MB)).toBe(413);
    const foreign = await encode({ token: { sessionId: "essai" }, secret: "another secret of as many characters...." });
    for (const token of ["", "x", foreign]) expect(await send("/admin/sources/essai", token, 2 * MB)).toBe(413);
  });

  it("that does not come is given up, and holds up nobody", async () => {
    await start({ bodyLimitMs: 150, pageBounds: { running: 1, slowMs: 60_000, waiting: 0, longestWaitMs: 200 } });
    const promised = Array.from({ length: 20 }, () => raw(["POST /connexion HTTP/1.1", "Host: localhost", "Content-Length: 1000"], { keep: true }));
    expect((await at("/carte")).status).toBe(200);
    for (const got of await Promise.all(promised)) {
      expect(got).toMatch(/^HTTP\/1.1 408 [\s\S]*connection: close/i);
      expect(got).toContain("Votre envoi n’est pas arrivé en entier");
    }
    expect(state.renders).toEqual(["/carte"]);
  });

  it("waits for its turn in memory only as far as there is room", async () => {
    await start({ bodyBytes: 100_000 });
    expect((await post("x".repeat(100_001))).status).toBe(503);
    expect((await post("x".repeat(99_000))).status).toBe(200);
    expect((await post("x".repeat(99_000))).status).toBe(200);
  });
});

describe("a request that cannot be read", () => {
  beforeEach(() => start({}));

  it.each([
    ["a NUL in the path", ["GET /organisations/a%00b HTTP/1.1", "Host: localhost"], 400],
    ["a NUL in the query", ["GET /api/v1/organisations?q=a%00 HTTP/1.1", "Host: localhost"], 400],
    ["half a character", ["GET /organisations/%E0%A4%A HTTP/1.1", "Host: localhost"], 400],
    ["two hosts", ["GET / HTTP/1.1", "Host: localhost", "Host: elsewhere.example"], 400],
    ["a host that is none", ["GET / HTTP/1.1", "Host: a b/<c>"], 400],
    ["TRACE", ["TRACE / HTTP/1.1", "Host: localhost"], 405],
    ["DELETE", ["DELETE /api/v1/organisations HTTP/1.1", "Host: localhost"], 405],
  ])("such as %s is refused in words", async (_, lines, status) => {
    const got = await raw(lines);
    expect(got).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(got).toMatch(/Cette demande|This request|This kind/);
    expect(state.renders).toEqual([]);
  });
});

it("nothing that is meant for the application's own routing leaves, also where an answer is passed on as it comes", async () => {
  await start({});
  const { headers } = await at("/internal", { headers: { rsc: "1" } });
  expect(headers["content-type"]).toBe("application/octet-stream");
  expect(Object.keys(headers).filter((name) => /nextjs|middleware/.test(name))).toEqual([]);
});
