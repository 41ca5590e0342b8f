import { createHash } from "node:crypto";

/** Ours alone, made once at random (RFC 9562, version 4). */
const NAMESPACE = Buffer.from("6f1d0f3c9a7e4b52a2b45d8d1c7e90a4", "hex");

/** A name for what stands at a path of this directory, the same for ever and on every server: a UUID of version 5 (RFC 9562). */
export function pathUrn(path: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(path).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

/** The name of an organisation: the same in every language, and whatever the site's address is. See docs/decisions/0018-names-of-records.md. */
export const organisationUrn = (slug: string): string => pathUrn(`/organisations/${slug}`);
