import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mayBeFramed, withContentPolicy } from "../../server/content-policy";
import { EncodedResponse } from "../../server/encoded-response";
import { acceptedEncoding } from "../../server/encoding";
import { errorResponse } from "../../server/error-response";
import { finaliseResponse, isShareable } from "../../server/finalise-response";
import { isNotModified, varyWith } from "../../server/send";

const text = "répertoire ".repeat(200);
const responseOf = (body: string, headers: Record<string, string | string[]> = { "content-type": "text/html; charset=utf-8" }, status = 200) =>
  new EncodedResponse({ status, headers, body: Buffer.from(body) });

describe("the encoding of a response", () => {
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

  it("is made once each, from the smallest form that is stored", async () => {
    const response = responseOf(text);
    expect(gunzipSync(await response.body("gzip")).toString()).toBe(text);
    const large = response.bytes;
    await response.shrink();
    expect(response.bytes).toBeLessThan(large);
    expect([response.lacks("br"), response.lacks("gzip"), response.lacks("identity")]).toEqual([false, true, true]);
    expect(brotliDecompressSync(await response.body("br")).toString()).toBe(text);
    expect((await response.body("identity")).toString()).toBe(text);
    expect(gunzipSync(await response.body("gzip")).toString()).toBe(text);
  });

  it("holds no more memory than it is counted for", async () => {
    const response = responseOf(text);
    await response.shrink();
    const bodies = [await response.body("br"), await responseOf("short").body("identity")];
    expect(bodies.map(({ buffer }) => buffer.byteLength)).toEqual(bodies.map(({ length }) => length));
  });

  it("is counted once, however many forms are made and dropped at the same time", async () => {
    const response = responseOf(text);
    await response.shrink();
    const smallest = response.bytes;
    await Promise.all([response.body("identity"), response.shrink(), response.body("identity"), response.shrink()]);
    expect(response.bytes).toBe(smallest);
  });

  it("is left alone where it would save nothing", () => {
    expect(responseOf("short").encodingFor("br")).toBe("identity");
    expect(responseOf(text, { "content-type": "image/png" }).encodingFor("br")).toBe("identity");
    expect(responseOf(text, { "content-type": "application/problem+json" }).encodingFor("br")).toBe("br");
  });
});

describe("whether the reader's copy is valid", () => {
  const etag = responseOf(text).etag;
  const lastModified = "Sat, 21 Nov 2026 04:43:52 GMT";

  it("is read from the content", () => {
    expect(responseOf(text).etag).toBe(etag);
    expect(responseOf(`${text}.`).etag).not.toBe(etag);
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
  ])("%o: %s", (headers, notModified) => {
    expect(isNotModified(headers, { etag, lastModified })).toBe(notModified);
  });

  it("is not read from a date that may still be that of another change", () => {
    expect(isNotModified({ "if-modified-since": lastModified }, { etag, lastModified: null })).toBe(false);
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
    const { body, policy } = withContentPolicy(Buffer.from(page), nonce);
    const html = body.toString();
    expect(html).not.toContain(nonce);
    expect(html).toContain(`<script id="_R_">start()</script><script src="/_next/a.js"></script>`);
    const rest = 'push("\\"nonce\\":\\"\\"")';
    expect(html).toContain(rest);
    expect(policy).toContain(`script-src 'self' ${hashOf("start()")} ${hashOf(rest)};`);
    expect(policy).not.toContain(hashOf("steal()"));
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("lets other sites show what is made for them, and nothing else", () => {
    expect(["/embed/carte", "/en/embed/carte?zone=gao"].map(mayBeFramed)).toEqual([true, true]);
    expect(["/carte", "/admin/embed/carte", "/connexion?next=/embed/carte", "/"].map(mayBeFramed)).toEqual([false, false, false, false]);
    expect(withContentPolicy(Buffer.from("<p>"), "n", true).policy).toContain("frame-ancestors *");
  });
});

describe("the response to what the application wrote", () => {
  const request = { url: "/en/carte", nonce: "n0nce", unavailable: false };
  const buffered = (status: number, headers: Record<string, string | string[] | number>, body = text) => ({ status, headers, body: Buffer.from(body) });

  it("has the status of the page, and no header of the application's own routing", () => {
    const response = finaliseResponse(
      buffered(400, {
        "content-type": "text/html",
        "x-nextjs-cache": "MISS",
        "content-length": 3,
        link: `</a.css>; rel=preload; nonce="n0nce"`,
      }),
      request,
    );
    expect(response.status).toBe(400);
    expect(response.headers).toEqual({
      "content-type": "text/html",
      link: "</a.css>; rel=preload",
      "content-security-policy": expect.stringContaining("default-src 'self'"),
    });
  });

  it("depends on the headers of Next's own script only where that reads it", () => {
    const vary = "rsc, next-router-state-tree, next-router-prefetch, accept-language";
    const varyOf = (contentType: string, given: string | string[] = vary, body = text) =>
      finaliseResponse(buffered(200, { "content-type": contentType, vary: given }, body), request).headers.vary;
    expect(varyOf("application/json")).toBe("accept-language");
    expect(varyOf("application/problem+json", ["rsc, next-router-state-tree", "accept-language"])).toBe("accept-language");
    expect(varyOf("application/json", "rsc")).toBeUndefined();
    expect(varyOf("text/x-component")).toBe(vary);
    expect(varyOf("text/html", vary, `<script nonce="${request.nonce}"></script>`)).toBe(vary);
    expect(varyOf("text/html")).toBe("accept-language");
  });

  it("puts a page that explains in place of an empty one, in both languages", async () => {
    const response = finaliseResponse(buffered(500, { "content-type": "text/html" }, ""), request);
    const page = (await response.body("identity")).toString();
    expect(response.status).toBe(500);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">.*<title>The page could not be prepared<\/title>/s);
    expect(page).toContain(`<section lang="fr"><h2>La page n’a pas pu être préparée</h2>`);
    expect(page).toContain(`<a href="/en/carte">Try again</a><a href="/en">`);
    expect(response.headers["retry-after"]).toBeUndefined();
  });

  it("says when it is worth trying again", () => {
    const response = finaliseResponse(null, { ...request, unavailable: true });
    expect([response.status, response.headers["retry-after"]]).toEqual([503, "5"]);
    const problem = errorResponse("busy", { url: "/api/v1/organisations", acceptLanguage: "en" });
    expect(problem.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(problem.body.toString())).toMatchObject({ status: 503, title: "The directory cannot answer now" });
  });

  it.each(["application/problem+json", "application/json"])("leaves what the application says itself in %s", (contentType) => {
    expect(finaliseResponse(buffered(503, { "content-type": contentType, "retry-after": "7" }), request).headers).toEqual({
      "content-type": contentType,
      "retry-after": "7",
    });
  });

  it("never lets the way back lead to another host, nor an address write into the page", async () => {
    const page = errorResponse("failed", { url: `//elsewhere.example/"><script>x</script>` }).body.toString();
    expect(page).toContain(`<a href="/elsewhere.example/&quot;&gt;&lt;script&gt;`);
  });

  it("is stored when it is right and the same for everybody", () => {
    expect(isShareable(responseOf(text))).toBe(true);
    expect(isShareable(responseOf(text, { "content-type": "text/html", "cache-control": "private, no-store" }))).toBe(true);
    expect(isShareable(responseOf(text, { "content-type": "application/json", "cache-control": "no-store" }))).toBe(false);
    expect(isShareable(responseOf(text, { "content-type": "text/html", "set-cookie": ["a=1"] }))).toBe(false);
    for (const status of [308, 400, 404, 500]) expect(isShareable(responseOf(text, {}, status))).toBe(false);
  });
});
