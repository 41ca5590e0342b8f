import { createHash } from "node:crypto";

/** A file that pages name by its address. That tells its content, so that browsers keep it for good. */
export type Asset = { address: string; type: string; text: string };

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };

export function asset(extension: keyof typeof TYPES, text: string): Asset {
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  return { address: `/assets/${name}.${extension}`, type: TYPES[extension], text };
}
