import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { frontOfDatabase } from "../support/front-of-database";
import { text } from "../support/front-reader";

const { state, edit, at, front } = frontOfDatabase();

describe("on the wire", () => {
  it("comes in the encoding that the reader accepts", async () => {
    const plain = await at("/carte");
    const br = await at("/carte", { headers: { "accept-encoding": "gzip, br" } });
    const gzip = await at("/carte", { headers: { "accept-encoding": "gzip" } });
    expect([plain, br, gzip].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "br", "gzip"]);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    for (const { headers, body } of [plain, br, gzip]) {
      expect(headers["content-length"]).toBe(String(body.length));
      expect(headers.vary).toContain("Accept-Encoding");
      expect(headers["cache-control"]).toBe("public, no-cache");
      expect(headers.etag).toBe(plain.headers.etag);
    }
  });

  it("is stored in its smallest form once a reader has accepted that", async () => {
    await at("/carte");
    const plain = front().figures().storedBytes;
    await edit();
    await at("/carte", { headers: { "accept-encoding": "br" } });
    await expect.poll(() => front().figures().storedBytes).toBeLessThan(plain);
    expect(text(await at("/carte"))).toContain("first");
  });

  it("is counted with the form that was made for its first reader", async () => {
    await at("/carte");
    const plain = front().figures().storedBytes;
    await edit();
    await at("/carte", { headers: { "accept-encoding": "gzip" } });
    await expect.poll(() => front().figures().storedBytes).toBeGreaterThan(plain);
  });

  it("tells by its head alone what it would be", async () => {
    const whole = await at("/carte");
    const head = await at("/carte", { method: "HEAD" });
    expect(head.body).toHaveLength(0);
    expect(head.headers["content-length"]).toBe(String(whole.body.length));
    expect([head.headers.etag, head.headers["x-cache"]]).toEqual([whole.headers.etag, "hit"]);
  });

  it("is not sent again to who has it, until its content changes", async () => {
    const { headers } = await at("/carte");
    const known = { "if-none-match": String(headers.etag) };
    const again = await at("/carte", { headers: known });
    expect([again.status, again.body.length, again.headers.etag, again.headers["content-length"]]).toEqual([304, 0, headers.etag, undefined]);
    expect(again.headers["content-security-policy"]).toBe(headers["content-security-policy"]);
    expect((await at("/carte", { headers: { "if-modified-since": String(headers["last-modified"]) } })).status).toBe(304);
    await edit();
    expect((await at("/carte", { headers: known })).status).toBe(304);
    state.says = "second";
    await edit("0 seconds");
    const changed = await at("/carte", { headers: known });
    // Another change may still fall in this second: its date says nothing yet.
    expect([changed.status, changed.headers["last-modified"]]).toEqual([200, undefined]);
  });

  it("allows the scripts of the application and no others", async () => {
    const { headers, body } = await at("/carte");
    const policy = String(headers["content-security-policy"]);
    const hashOf = (script: string) => createHash("sha256").update(script).digest("base64");
    expect(body.toString()).toContain("<script>start()</script>");
    expect(policy).toContain(`'sha256-${hashOf("start()")}'`);
    expect(policy).not.toContain(hashOf("steal()"));
  });
});
