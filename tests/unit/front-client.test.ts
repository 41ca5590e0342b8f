import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList } from "node:net";
import { describe, expect, it } from "vitest";
import { clientReader } from "../../server/client";

const proxies = new BlockList();
proxies.addSubnet("127.0.0.0", 8, "ipv4");
proxies.addSubnet("10.1.0.0", 16, "ipv4");
proxies.addAddress("::1", "ipv6");

const asked = (peer: string | undefined, headers: IncomingHttpHeaders) => ({ headers, socket: { remoteAddress: peer } }) as unknown as IncomingMessage;
const client = (peer: string | undefined, headers: IncomingHttpHeaders, publicUrl?: string) =>
  clientReader({ publicUrl, trustedProxies: proxies })(asked(peer, { host: "a.example", ...headers }));

describe("who asks", () => {
  it.each([
    ["is the peer of the connection", "192.0.2.7", undefined, "192.0.2.7"],
    ["is the peer, whatever it claims", "192.0.2.7", "203.0.113.1", "192.0.2.7"],
    ["is whom a trusted proxy names", "127.0.0.1", "203.0.113.1", "203.0.113.1"],
    ["is whom the last proxy names, not whom the reader does", "127.0.0.1", "198.51.100.1, 203.0.113.1", "203.0.113.1"],
    ["is found behind several proxies of ours", "::1", "198.51.100.1, 203.0.113.1, 10.1.2.3", "203.0.113.1"],
    ["is a machine of ours when all are", "127.0.0.1", "10.1.2.3", "10.1.2.3"],
    ["is written in one way", "::ffff:127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
    ["loses its port", "127.0.0.1", "203.0.113.1:4711", "203.0.113.1"],
    ["is the proxy when that writes no address", "127.0.0.1", "203.0.113.1, unknown", "127.0.0.1"],
    ["is unknown once the connection is gone", undefined, "203.0.113.1", "unknown"],
  ])("%s", (_name, peer, chain, address) => {
    expect(client(peer, chain === undefined ? {} : { "x-forwarded-for": chain }).address).toBe(address);
  });
});

describe("where the site was asked", () => {
  const forwarded = { "x-forwarded-host": "evil.example, annuaire.example", "x-forwarded-proto": "https" };

  it("is told by a trusted proxy, and otherwise by the Host alone", () => {
    expect(client("127.0.0.1", forwarded)).toMatchObject({ host: "annuaire.example", protocol: "https:" });
    expect(client("192.0.2.7", forwarded)).toMatchObject({ host: "a.example", protocol: "http:" });
  });

  it("is the public address when that is set", () => {
    for (const peer of ["127.0.0.1", "192.0.2.7"]) {
      expect(client(peer, forwarded, "https://public.example:8443/")).toMatchObject({ host: "public.example:8443", protocol: "https:" });
    }
  });

  it("is never what cannot be a host", () => {
    for (const host of ["", "a b", "a/b", "a@b", "[", "x:y:z"]) expect(client("192.0.2.7", { host }).host).toBe("localhost");
    expect(client("127.0.0.1", { "x-forwarded-host": "a/b" }).host).toBe("a.example");
  });
});

describe("what is passed on", () => {
  it("is one true value of each header, and no other claim", () => {
    const headers = { host: "inner:3000", forwarded: "for=1", "x-real-ip": "1", "x-forwarded-port": "1", "x-forwarded-for": "192.0.2.9", cookie: "c" };
    clientReader({ publicUrl: "https://public.example" })(asked("192.0.2.7", headers));
    expect(headers).toEqual({
      host: "public.example",
      cookie: "c",
      "x-forwarded-for": "192.0.2.7",
      "x-forwarded-host": "public.example",
      "x-forwarded-proto": "https",
    });
  });

  it("names once the proxy that nobody trusts", () => {
    const told: string[] = [];
    const read = clientReader({ onUntrusted: (peer) => told.push(peer) });
    read(asked("127.0.0.1", { host: "a.example", "x-forwarded-for": "192.0.2.9", rsc: "1" }));
    expect(told).toEqual([]);
    for (let n = 0; n < 3; n++) read(asked("127.0.0.1", { host: "a.example", "x-forwarded-for": "192.0.2.9" }));
    expect(told).toEqual(["127.0.0.1"]);
  });
});
