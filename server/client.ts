// Who sent a request, and at which address of ours: decided once, here, from the connection and from what proxies that the
// operator named say. Everything behind reads the X-Forwarded-* headers that are written here and no others.
import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6, type Socket } from "node:net";

export type Client = {
  /** The address of the reader's machine, or of the last proxy that is not one of ours; "unknown" once the connection is gone. */
  address: string;
  /** Where readers reach the site. */
  protocol: "http:" | "https:";
  host: string;
};

/** What a sender may claim about those before them. */
const CLAIMS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip"] as const;

/** What the connection's own proxy wrote: proxies add at the end, so that the first values may be anybody's. */
const last = (value: string | string[] | undefined): string =>
  String(value ?? "")
    .split(",")
    .at(-1)!
    .trim();

/** An address alone: IPv4 as such even over IPv6, without brackets or a port; "" when it is none. */
function plainAddress(written: string): string {
  const bare = written
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, "$1$2")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) ? bare : "";
}

const usableHost = (host: string): string | null => (/^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`) ? host : null);

type Settings = {
  publicUrl?: string;
  /** The proxies whose word counts; nobody's without it. */
  trustedProxies?: BlockList;
  /** Told once, when a request came through a proxy that is not trusted. */
  onUntrusted?: (peer: string) => void;
};

/**
 * Tells whose each request is, and writes that into its headers: `x-forwarded-for` is then the reader's address,
 * `host` and `x-forwarded-host` are the public host, `x-forwarded-proto` is "http" or "https". Whatever else a sender
 * claimed is removed. Without trusted proxies the reader is the peer, and the protocol that of the public address.
 */
export function clientReader({ publicUrl, trustedProxies = new BlockList(), onUntrusted }: Settings): (request: IncomingMessage) => Client {
  const site = publicUrl ? new URL(publicUrl) : null;
  let wasTold = false;
  const isTrusted = (address: string) => isIP(address) !== 0 && trustedProxies.check(address, isIPv6(address) ? "ipv6" : "ipv4");

  /** The last address that no proxy of ours has; each proxy adds that of whoever came to it. */
  function readerOf(peer: string, claimed: string[]): string {
    let address = peer;
    while (claimed.length > 0 && isTrusted(address)) {
      const before = plainAddress(claimed.pop()!);
      if (before === "") break;
      address = before;
    }
    return address;
  }

  /** Who is at the other end of each connection, which carries many requests. */
  const peers = new WeakMap<Socket, { peer: string; isProxy: boolean }>();
  function peerOf(socket: Socket) {
    const known = peers.get(socket);
    if (known) return known;
    const peer = plainAddress(socket.remoteAddress ?? "");
    const told = { peer, isProxy: isTrusted(peer) };
    peers.set(socket, told);
    return told;
  }

  return (request) => {
    const { headers, socket } = request;
    const { peer, isProxy } = peerOf(socket);
    const chain = headers["x-forwarded-for"];
    // After a form, Next asks this very server for the next page with the headers that it was given: no proxy is behind that.
    if (!isProxy && chain !== undefined && headers.rsc === undefined && !wasTold) {
      wasTold = true;
      onUntrusted?.(peer);
    }
    const claimedHost = isProxy ? usableHost(last(headers["x-forwarded-host"])) : null;
    const isSecure = isProxy && last(headers["x-forwarded-proto"]) === "https";
    const client: Client = {
      address: readerOf(peer, isProxy ? String(chain ?? "").split(",") : []) || "unknown",
      protocol: (site?.protocol as Client["protocol"] | undefined) ?? (isSecure ? "https:" : "http:"),
      host: site?.host ?? claimedHost ?? usableHost(headers.host ?? "") ?? "localhost",
    };
    for (const claim of CLAIMS) delete headers[claim];
    Object.assign(headers, {
      host: client.host,
      "x-forwarded-for": client.address,
      "x-forwarded-host": client.host,
      "x-forwarded-proto": client.protocol.slice(0, -1),
    });
    return client;
  };
}
