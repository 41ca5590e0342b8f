import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { revisionReader } from "../../server/revision";
import { frontOfDatabase } from "../support/front-of-database";
import { read, startFront, text } from "../support/front-reader";

const { url, state, revision, edit, at, front } = frontOfDatabase();
const cacheOf = async (path: string, how?: Parameters<typeof read>[2]) => (await at(path, how)).headers["x-cache"];

describe("an answer for everybody", () => {
  it("is made once, and given to all until the directory changes", async () => {
    expect(await cacheOf("/carte")).toBe("miss");
    expect(await cacheOf("/carte", { headers: { cookie: "session=1" } })).toBe("hit");
    expect(state.renders).toEqual(["/carte"]);
    state.says = "second";
    await edit();
    const changed = await at("/carte");
    expect([changed.headers["x-cache"], text(changed).includes("second")]).toEqual(["miss", true]);
    expect(text(await at("/carte"))).toBe(text(changed));
  });

  it("is right at once on another server too", async () => {
    const elsewhere = revisionReader(url, () => undefined);
    const other = await startFront(state, elsewhere.read);
    await at("/carte");
    await read(other.port, "/carte");
    state.says = "second";
    await edit();
    expect(text(await read(other.port, "/carte"))).toContain("second");
    expect(text(await at("/carte"))).toContain("second");
    await other.stop();
    await elsewhere.close();
  });

  it("is rendered once for those who ask together", async () => {
    const reads = await Promise.all(Array.from({ length: 8 }, () => at("/slow")));
    expect(state.renders).toEqual(["/slow"]);
    expect(reads.map(({ headers }) => headers["x-cache"]).sort()).toEqual([...Array.from({ length: 7 }, () => "hit"), "miss"]);
  });

  it("made before a change is not given to who asks after it", async () => {
    const early = at("/slow");
    await expect.poll(() => state.renders.length).toBe(1);
    state.says = "second";
    await edit();
    const late = at("/slow");
    expect(text(await early)).toContain("first");
    expect(text(await late)).toContain("second");
    expect(text(await at("/slow"))).toContain("second");
  });

  it("made before a change is not kept when it is ready only after it", async () => {
    let release = () => {};
    state.held = new Promise((resolve) => (release = resolve));
    const early = at("/held");
    await expect.poll(() => state.renders.length).toBe(1);
    state.says = "second";
    await edit();
    expect(text(await at("/held"))).toContain("second");
    release();
    expect(text(await early)).toContain("first");
    const after = await at("/held");
    expect([after.headers["x-cache"], text(after).includes("second")]).toEqual(["hit", true]);
  });

  it("is apart from what is made for who may edit an entry", async () => {
    const staff = { headers: { cookie: "next-auth.session-token=1" } };
    state.says = "Modifier cette fiche";
    const theirs = await at("/organisations/ramdel", staff);
    expect([text(theirs).includes("Modifier"), theirs.headers["x-cache"], theirs.headers.etag]).toEqual([true, "pass", undefined]);
    state.says = "first";
    const stranger = await at("/organisations/ramdel");
    expect([text(stranger).includes("Modifier"), stranger.headers["x-cache"]]).toEqual([false, "miss"]);
    state.says = "Modifier cette fiche";
    expect(text(await at("/organisations/ramdel", staff))).toContain("Modifier");
    const other = await at("/organisations/ramdel");
    expect([text(other).includes("Modifier"), other.headers["x-cache"]]).toEqual([false, "hit"]);
  });

  it("is made without anything that tells who asks", async () => {
    const french = await at("/api/v1/organisations", { headers: { cookie: "session=1" } });
    expect(JSON.parse(text(french))).toEqual({ says: "first", language: "fr", cookie: null });
    const english = await at("/api/v1/organisations", { headers: { "accept-language": "en-GB,en;q=0.9" } });
    expect(JSON.parse(text(english)).language).toBe("en");
    expect(await cacheOf("/api/v1/organisations", { headers: { "accept-language": "de" } })).toBe("hit");
  });

  it("is one whatever Host it was asked with, and made without that", async () => {
    expect(await cacheOf("/carte", { headers: { host: "a.example" } })).toBe("miss");
    expect(await cacheOf("/carte", { headers: { host: "evil.example", "x-forwarded-host": "evil.example" } })).toBe("hit");
  });

  it("that carries a cookie, or refuses, is not stored", async () => {
    const cookies = await Promise.all([at("/cookie"), at("/cookie"), at("/cookie")]);
    expect(new Set(cookies.map(({ headers }) => String(headers["set-cookie"]))).size).toBe(3);
    const missing = await at("/missing");
    expect([missing.status, missing.headers["x-cache"]]).toEqual([404, "pass"]);
    await at("/missing");
    expect(state.renders.filter((path) => path === "/missing")).toHaveLength(2);
  });

  it("is not stored while the database does not tell its revision", async () => {
    await at("/carte");
    const lost = revisionReader("postgresql://nobody@127.0.0.1:1/none", () => undefined);
    const blind = await startFront(state, lost.read);
    expect([(await read(blind.port, "/carte")).headers["x-cache"], (await read(blind.port, "/carte")).headers["x-cache"]]).toEqual(["pass", "pass"]);
    expect(blind.figures().storedResponses).toBe(0);
    await blind.stop();
    await lost.close();
  });

  it("does not wait for a primary that fails to answer, and is stored again as soon as it does", async () => {
    let answers = false;
    let asked = 0;
    const unsure = await startFront(state, async () => {
      asked += 1;
      if (asked > 1) await expect.poll(() => answers, { timeout: 5000 }).toBe(true);
      if (!answers) throw new Error("lost");
      return revision.read();
    });
    const cached = async () => (await read(unsure.port, "/carte")).headers["x-cache"];
    expect([await cached(), await cached(), await cached()]).toEqual(["pass", "pass", "pass"]);
    expect(asked).toBe(2);
    answers = true;
    await expect.poll(cached, { timeout: 5000 }).toBe("miss");
    expect(await cached()).toBe("hit");
    await unsure.stop();
  });

  it("is made anew on another day", async () => {
    let now = Date.UTC(2026, 10, 21, 23, 59);
    const dated = await startFront(state, revision.read, { now: () => now });
    await read(dated.port, "/carte");
    now += 120_000;
    expect((await read(dated.port, "/carte")).headers["x-cache"]).toBe("miss");
    await dated.stop();
  });
});

describe("what is not for everybody", () => {
  it("is asked of the application each time, with its cookies, and sealed", async () => {
    const how = { headers: { cookie: "session=1", "accept-encoding": "br" } };
    await at("/connexion", how);
    const { headers } = await at("/connexion", how);
    expect(headers).toMatchObject({ "x-cache": "pass", "set-cookie": ["seen=session=1"], "content-encoding": "br", "cache-control": "private, no-store" });
    expect(headers["content-security-policy"]).toContain("'sha256-");
    expect(headers.etag).toBeUndefined();
    expect(state.renders).toEqual(["/connexion", "/connexion"]);
  });

  it("passes a body untouched, there and back", async () => {
    const body = "données\0".repeat(50_000);
    const answer = await at("/carte", { method: "POST", body });
    expect(answer.body.equals(Buffer.from(body))).toBe(true);
    expect([answer.headers["x-cache"], answer.headers["content-encoding"]]).toEqual(["pass", undefined]);
  });
});

describe("the end", () => {
  it("comes once the running requests have been answered, and before new ones", async () => {
    const ending = await startFront(state, revision.read);
    const running = read(ending.port, "/slow");
    await expect.poll(() => state.renders.length).toBe(1);
    const stopped = ending.stop();
    await expect(read(ending.port, "/carte")).rejects.toThrow("ECONNREFUSED");
    expect((await running).status).toBe(200);
    await stopped;
  });
});

describe("what goes wrong", () => {
  it("is said by a page that stands alone", async () => {
    for (const path of ["/broken", "/thrown"]) {
      const { status, headers, body } = await at(path);
      expect([status, headers["cache-control"], headers["retry-after"]]).toEqual([500, "no-store", undefined]);
      expect(body.toString()).toContain("<h1>La page n’a pas pu être préparée</h1>");
    }
  });

  it("is worth trying again when the database does not answer, or no answer comes in time", async () => {
    for (const path of ["/down", "/never"]) {
      const { status, headers, body } = await at(path);
      expect([status, headers["retry-after"]]).toEqual([503, "5"]);
      expect(body.toString()).toContain("ne peut pas répondre maintenant");
    }
  });

  it("is refused at once when the address has no end", async () => {
    const long = await at(`/organisations?q=${"a".repeat(10_000)}`);
    expect([long.status, long.headers["content-type"]]).toEqual([414, "text/html; charset=utf-8"]);
    expect((await at(`/api/v1/organisations?q=${"a".repeat(10_000)}`)).headers["content-type"]).toContain("problem+json");
    expect(state.renders).toEqual([]);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(front().port, "localhost", () => socket.write(`GET /?q=${"a".repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`));
      let received = "";
      socket.on("data", (chunk) => (received += chunk));
      socket.on("close", () => resolve(received));
      socket.on("error", () => resolve(received));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});
