import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { markProvisional } from "@/lib/request-outcome";
import { read, startFront, text } from "../support/front-reader";

const PIECE = Buffer.alloc(64 * 1024, "une ligne du fichier\n");
const PIECES = 640;
const WHOLE = PIECE.length * PIECES;

/** What an application was asked and how far it wrote; it waits, as Next does, when a write says so. */
type Told = { url: string; method?: string; written: number; ended: boolean; closed: boolean };
let told: Told[] = [];
let revision = { revision: "1", elsewhere: "1", listed: "1", changes: [], changedAt: 0, settled: true };
/** What a file that is asked to begin late waits for, and what the state of the directory does. */
let begin = Promise.resolve();
let known = Promise.resolve();
let front: Awaited<ReturnType<typeof startFront>>;

async function application(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = "", method } = request;
  const mine: Told = { url, method, written: 0, ended: false, closed: false };
  told.push(mine);
  let goOn = () => {};
  response.on("drain", () => goOn());
  response.once("close", () => {
    mine.closed = true;
    goOn();
  });
  if (url.includes("late")) await begin;
  if (url.includes("refused")) return void response.writeHead(400, { "content-type": "application/problem+json" }).end("{}");
  if (url.includes("provisional")) markProvisional();
  response.writeHead(200, {
    "content-type": "text/csv; charset=utf-8",
    "access-control-allow-origin": "*",
    "cache-control": "no-cache",
    vary: "rsc, next-router-state-tree",
  });
  if (method === "HEAD") return void response.end();
  for (let piece = 0; piece < (url.includes("small") ? 1 : PIECES) && !mine.closed; piece++) {
    if (url.includes("breaks") && piece === 20) return void response.destroy();
    mine.written += PIECE.length;
    if (!response.write(PIECE)) await new Promise<void>((resolve) => (goOn = resolve));
  }
  if (mine.closed) return;
  mine.ended = true;
  response.end();
}

/** A reader who takes the head and then nothing, until told to. */
async function slowReader(path: string, headers: Record<string, string> = {}) {
  const request = httpRequest({ port: front.port, path, agent: false, headers });
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.pause();
  return {
    response,
    async takeAll() {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    leave: () => request.destroy(),
  };
}

beforeEach(async () => {
  told = [];
  revision = { revision: "1", elsewhere: "1", listed: "1", changes: [], changedAt: 0, settled: true };
  front = await startFront({ renders: [], says: "", markUnavailable: () => undefined }, async () => (await known, revision), { application });
});
afterEach(() => front.stop());

const FILE = "/api/v1/organisations.csv";

describe("a large file", () => {
  it("is made no faster than its reader takes it, and keeps nobody else waiting", async () => {
    const slow = await slowReader(`${FILE}?slow`);
    // Another takes the whole meanwhile.
    expect((await read(front.port, FILE)).body).toHaveLength(WHOLE);
    expect(told[0]!.ended).toBe(false);
    // What the connection itself holds, and no more.
    expect(told[0]!.written).toBeLessThan(WHOLE / 3);
    expect(await slow.takeAll()).toHaveLength(WHOLE);
    expect(told[0]!.ended).toBe(true);
  });

  it("is compressed on its way, just as slowly", async () => {
    const slow = await slowReader(FILE, { "accept-encoding": "gzip, br" });
    expect(slow.response.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding", "access-control-allow-origin": "*", "x-cache": "pass" });
    const whole = gunzipSync(await slow.takeAll());
    expect(whole).toHaveLength(WHOLE);
    expect(whole.subarray(0, PIECE.length).equals(PIECE)).toBe(true);
  });

  it("is no longer made once its reader has left", async () => {
    const slow = await slowReader(FILE);
    expect(front.figures().openFiles).toBe(1);
    slow.leave();
    await expect.poll(() => told[0]!.closed).toBe(true);
    expect(told[0]!.ended).toBe(false);
    await expect.poll(() => front.figures().openFiles).toBe(0);
  });

  it.each(["", "gzip"])("that breaks off is not taken for a whole one (%j)", async (encoding) => {
    await expect(read(front.port, `${FILE}?breaks`, { headers: { "accept-encoding": encoding } })).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  it("is read by one client a few times at once, and by others all the same", async () => {
    const readers = await Promise.all(Array.from({ length: 6 }, () => slowReader(FILE)));
    const refused = await read(front.port, FILE);
    expect([refused.status, refused.headers["retry-after"], refused.headers["content-type"]]).toEqual([503, "5", "application/problem+json; charset=utf-8"]);
    readers[0]!.leave();
    await expect.poll(() => front.figures().openFiles).toBe(5);
    expect((await read(front.port, `${FILE}?small`)).status).toBe(200);
    for (const { leave } of readers) leave();
  });
});

describe("a reader who leaves while they wait", () => {
  /** Asks for a file and leaves once the server knows of it. */
  async function leave(path: string) {
    const before = front.open();
    const request = httpRequest({ port: front.port, path, agent: false }).on("error", () => undefined);
    request.end();
    await expect.poll(front.open).toBe(before + 1);
    request.destroy();
    await expect.poll(front.open).toBe(before);
  }

  it("for the turn of their file is not answered", async () => {
    let goOn = () => {};
    begin = new Promise((resolve) => (goOn = resolve));
    const first = read(front.port, `${FILE}?small&late`);
    await expect.poll(() => told.length).toBe(1);
    await leave(`${FILE}?left`);
    goOn();
    expect((await first).status).toBe(200);
    expect((await read(front.port, `${FILE}?small`)).status).toBe(200);
    expect(told.map(({ url }) => url)).toEqual([`${FILE}?small&late`, `${FILE}?small`]);
    expect(front.figures().openFiles).toBe(0);
  });

  it("for the state of the directory keeps no place", async () => {
    let goOn = () => {};
    known = new Promise((resolve) => (goOn = resolve));
    await leave(FILE);
    goOn();
    expect((await read(front.port, `${FILE}?small`)).status).toBe(200);
    expect([told.length, front.figures().openFiles]).toEqual([1, 0]);
  });
});

describe("a file that the reader has", () => {
  it("is known to be the same without being made, until the directory changes", async () => {
    const { headers } = await read(front.port, `${FILE}?small`);
    expect(headers["cache-control"]).toBe("public, no-cache");
    const known = { headers: { "if-none-match": String(headers.etag) } };
    const again = await read(front.port, `${FILE}?small`, known);
    expect([again.status, again.headers.etag, told.length]).toEqual([304, headers.etag, 1]);
    expect((await read(front.port, `${FILE}?small&q=x`, known)).status).toBe(200);
    revision = { ...revision, revision: "2" };
    expect((await read(front.port, `${FILE}?small`, known)).status).toBe(200);
  });

  it("says nothing of it when it was made from an older state", async () => {
    const { headers } = await read(front.port, `${FILE}?small&provisional`);
    expect([headers.etag, headers["last-modified"], headers["cache-control"]]).toEqual([undefined, undefined, "no-store"]);
  });

  it("tells by its head alone what it would be", async () => {
    const head = await read(front.port, `${FILE}?small`, { method: "HEAD" });
    expect([head.status, head.body.length, head.headers["content-type"]]).toEqual([200, 0, "text/csv; charset=utf-8"]);
    expect(told[0]!.written).toBe(0);
  });
});

describe("the open interface", () => {
  it("says in words and openly what is refused", async () => {
    const { status, headers } = await read(front.port, `${FILE}?refused`);
    expect([status, headers["content-type"], headers.etag]).toEqual([400, "application/problem+json", undefined]);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"])("is only read: %s is refused as a problem that any page may read", async (method) => {
    const answer = await read(front.port, "/api/v1/organisations", { method, headers: { "accept-language": "en" } });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(answer.headers).toMatchObject({
      "content-type": "application/problem+json; charset=utf-8",
      "access-control-allow-origin": "*",
      vary: expect.stringContaining("accept-language"),
    });
    expect(JSON.parse(text(answer))).toMatchObject({ status: 405, title: "This kind of request is not answered" });
    expect(told).toEqual([]);
  });

  it("answers a browser that asks before it reads", async () => {
    const { status, headers, body } = await read(front.port, "/api/v1/organisations", {
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET", "access-control-request-headers": "x-anything" },
    });
    expect([status, body.length, headers["content-length"]]).toEqual([204, 0, undefined]);
    expect(headers).toMatchObject({
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "*",
    });
    expect(told).toEqual([]);
  });

  it("is apart from where people sign in", async () => {
    await read(front.port, "/api/auth/session?small", { method: "OPTIONS" });
    expect(told.map(({ url }) => url)).toEqual(["/api/auth/session?small"]);
  });
});
