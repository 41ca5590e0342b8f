import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Answer } from "../../server/answer.mjs";
import { sealed } from "../../server/content-policy.mjs";
import { acceptedEncoding } from "../../server/encoding.mjs";
import { isForEverybody, madeAnswer } from "../../server/made.mjs";
import { isKnown, varyWith } from "../../server/send.mjs";
import { troubleAnswer } from "../../server/trouble.mjs";

const text = "répertoire ".repeat(200);
const answerOf = (body: string, headers: Record<string, string | string[]> = { "content-type": "text/html; charset=utf-8" }, status = 200) =>
  new Answer({ status, headers, body: Buffer.from(body) });

describe("the encoding of an answer", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["*", "br"],
    ["identity", "identity"],
    ["gzip;q=0", "identity"],
    ["BR", "br"],
    ["br;q=abc", "identity"],
    ["", "identity"],
    [undefined, "identity"],
  ] as const)("%o gives %s", (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });

  it("is made once each, from the smallest form that is kept", async () => {
    const answer = answerOf(text);
    expect(gunzipSync(await answer.body("gzip")).toString()).toBe(text);
    const large = answer.bytes;
    await answer.shrink();
    expect(answer.bytes).toBeLessThan(large);
    expect([answer.lacks("br"), answer.lacks("gzip"), answer.lacks("identity")]).toEqual([false, true, true]);
    expect(brotliDecompressSync(await answer.body("br")).toString()).toBe(text);
    expect((await answer.body("identity")).toString()).toBe(text);
    expect(gunzipSync(await answer.body("gzip")).toString()).toBe(text);
  });

  it("is left alone where it would save nothing", () => {
    expect(answerOf("short").encodingFor("br")).toBe("identity");
    expect(answerOf(text, { "content-type": "image/png" }).encodingFor("br")).toBe("identity");
    expect(answerOf(text, { "content-type": "application/problem+json" }).encodingFor("br")).toBe("br");
  });
});

describe("whether the reader already has it", () => {
  const etag = answerOf(text).etag;
  const lastModified = "Sat, 21 Nov 2026 04:43:52 GMT";

  it("is read from the content", () => {
    expect(answerOf(text).etag).toBe(etag);
    expect(answerOf(`${text}.`).etag).not.toBe(etag);
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  });

  it.each([
    [{ "if-none-match": etag }, true],
    [{ "if-none-match": `"other", ${etag}` }, true],
    [{ "if-none-match": etag.replace("W/", "") }, true],
    [{ "if-none-match": "*" }, true],
    [{ "if-none-match": `W/"other"`, "if-modified-since": lastModified }, false],
    [{ "if-modified-since": lastModified }, true],
    [{ "if-modified-since": "Sun, 22 Nov 2026 04:43:52 GMT" }, false],
    [{}, false],
  ])("%o: %s", (headers, known) => {
    expect(isKnown(headers, { etag, lastModified })).toBe(known);
  });

  it("is not read from a date that may still be that of another change", () => {
    expect(isKnown({ "if-modified-since": lastModified }, { etag, lastModified: null })).toBe(false);
  });

  it("adds to Vary once", () => {
    expect(varyWith("rsc, accept-language", "Accept-Encoding")).toBe("rsc, accept-language, Accept-Encoding");
    expect(varyWith("accept-encoding", "Accept-Encoding")).toBe("accept-encoding");
    expect(varyWith(undefined, "Accept-Encoding")).toBe("Accept-Encoding");
  });
});

describe("the policy of a page", () => {
  const nonce = "abcDEF123_-abcDEF123_-ab";
  const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

  it("allows the scripts that the application marked, by their hashes, and no others", () => {
    const page = `<link rel="stylesheet" href="/a.css" nonce="${nonce}"/><script nonce="${nonce}" id="_R_">start()</script><script src="/_next/a.js" nonce="${nonce}"></script><p><script>steal()</script></p><script type="application/ld+json" nonce="${nonce}">{}</script><script nonce="${nonce}">push("\\"nonce\\":\\"${nonce}\\"")</script>`;
    const { html, policy } = sealed(page, nonce);
    expect(html).not.toContain(nonce);
    expect(html).toContain(`<script id="_R_">start()</script><script src="/_next/a.js"></script>`);
    const rest = 'push("\\"nonce\\":\\"\\"")';
    expect(html).toContain(rest);
    expect(policy).toContain(`script-src 'self' ${hashOf("start()")} ${hashOf(rest)};`);
    expect(policy).not.toContain(hashOf("steal()"));
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe("what leaves of what the application wrote", () => {
  const asked = { url: "/en/carte", nonce: "n0nce", unavailable: false };
  const gathered = (status: number, headers: Record<string, string | string[] | number>, body = text) => ({ status, headers, body: Buffer.from(body) });

  it("takes the status that the page cannot choose, and keeps what is inside there", () => {
    const answer = madeAnswer(
      gathered(200, {
        "content-type": "text/html",
        "x-directory-status": "404",
        "x-middleware-rewrite": "/fr/introuvable",
        "content-length": 3,
        link: `</a.css>; rel=preload; nonce="n0nce"`,
      }),
      asked,
    );
    expect(answer.status).toBe(404);
    expect(answer.headers).toEqual({
      "content-type": "text/html",
      link: "</a.css>; rel=preload",
      "content-security-policy": expect.stringContaining("default-src 'self'"),
    });
  });

  it("puts a page that explains in place of an empty one, in both languages", async () => {
    const answer = madeAnswer(gathered(500, { "content-type": "text/html" }, ""), asked);
    const page = (await answer.body("identity")).toString();
    expect(answer.status).toBe(500);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">.*<title>The page could not be prepared<\/title>/s);
    expect(page).toContain(`<section lang="fr"><h2>La page n’a pas pu être préparée</h2>`);
    expect(page).toContain(`<a href="/en/carte">Try again</a><a href="/en">`);
    expect(answer.headers["retry-after"]).toBeUndefined();
  });

  it("says when it is worth trying again", () => {
    const answer = madeAnswer(null, { ...asked, unavailable: true });
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"]);
    const problem = troubleAnswer("busy", { url: "/api/v1/organisations", acceptLanguage: "en" });
    expect(problem.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(problem.body.toString())).toMatchObject({ status: 503, title: "The directory cannot answer now" });
  });

  it.each(["application/problem+json", "application/json"])("leaves what the application says itself in %s", (contentType) => {
    expect(madeAnswer(gathered(503, { "content-type": contentType, "retry-after": "7" }), asked).headers).toEqual({
      "content-type": contentType,
      "retry-after": "7",
    });
  });

  it("never lets the way back lead to another host, nor an address write into the page", async () => {
    const page = troubleAnswer("failed", { url: `//elsewhere.example/"><script>x</script>` }).body.toString();
    expect(page).toContain(`<a href="/elsewhere.example/&quot;&gt;&lt;script&gt;`);
  });

  it("keeps for everybody what is right and the same for everybody", () => {
    expect(isForEverybody(answerOf(text))).toBe(true);
    expect(isForEverybody(answerOf(text, { "content-type": "text/html", "cache-control": "private, no-store" }))).toBe(true);
    expect(isForEverybody(answerOf(text, { "content-type": "application/json", "cache-control": "no-store" }))).toBe(false);
    expect(isForEverybody(answerOf(text, { "content-type": "text/html", "set-cookie": ["a=1"] }))).toBe(false);
    for (const status of [308, 400, 404, 500]) expect(isForEverybody(answerOf(text, {}, status))).toBe(false);
  });
});
