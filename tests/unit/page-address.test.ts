import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { withPageAddresses } from "../../server/page-address";

/** What the application is asked, or where the reader is led. */
async function asked(url: string, given: Record<string, string> = {}) {
  const request = { url, headers: { ...given } } as unknown as IncomingMessage;
  let led: unknown[] | null = null;
  const response = { writeHead: (status: number, headers: { location: string }) => (led = [status, headers.location]), end: () => undefined };
  let reached = false;
  await withPageAddresses(async () => void (reached = true))(request, response as unknown as ServerResponse);
  return reached ? { url: request.url, path: request.headers["x-directory-path"], search: request.headers["x-directory-search"] } : led;
}

describe("the address of a page", () => {
  it.each([
    ["/", "/fr", "/", ""],
    ["/organisations?q=a/b&theme=x", "/fr/organisations?q=a/b&theme=x", "/organisations", "?q=a/b&theme=x"],
    ["/en", "/en", "/en", ""],
    ["/en/zones/kayes?q=", "/en/zones/kayes?q=", "/en/zones/kayes", "?q="],
    ["/english", "/fr/english", "/english", ""],
    ["/frere", "/fr/frere", "/frere", ""],
    ["/robots.txt.bak", "/fr/robots.txt.bak", "/robots.txt.bak", ""],
  ])("%s is asked of the application as %s", async (url, inside, path, search) => {
    expect(await asked(url)).toEqual({ url: inside, path, search });
  });

  it.each(["/api/v1/organisations?q=x", "/_next/static/a.js", "/assets/a.css", "/icon.svg", "/robots.txt", "/sitemap.xml"])(
    "%s has no language",
    async (url) => {
      expect(await asked(url)).toEqual({ url, path: undefined, search: undefined });
    },
  );

  it.each([
    ["/fr", "/"],
    ["/fr/", "/"],
    ["/fr/carte?zone=kayes", "/carte?zone=kayes"],
    ["/en/", "/en"],
    ["/organisations/", "/organisations"],
    ["//elsewhere.example/x", "/elsewhere.example/x"],
    ["/\\elsewhere.example", "/elsewhere.example"],
    ["/fr//elsewhere.example", "/elsewhere.example"],
    ["/fr/fr", "/fr"],
  ])("%s leads to %s on this very site", async (url, location) => {
    expect(await asked(url)).toEqual([308, location]);
  });

  it("is what the server says, whatever the reader's headers say", async () => {
    expect(await asked("/sources", { "x-directory-path": "/evil", "x-directory-search": "?evil" })).toMatchObject({ path: "/sources", search: "" });
  });
});
