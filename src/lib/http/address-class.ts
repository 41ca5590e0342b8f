import { isIP } from "node:net";

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i;

/** Of an address, what tells an office or an operator from another and not one person from their neighbour: its first half. */
export function addressClass(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (plain === "::1" || plain.startsWith("127.")) return "loopback";
  if (PRIVATE.test(plain)) return "private";
  if (isIP(plain) === 4) return `${plain.split(".").slice(0, 2).join(".")}.0.0/16`;
  if (isIP(plain) === 6) return `${plain.split("::")[0]!.split(":").slice(0, 2).join(":")}::/32`;
  return "unknown";
}
