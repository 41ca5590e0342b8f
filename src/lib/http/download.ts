type Kept = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

/** A file that somebody sent, to be saved and never opened inside the site. */
export function downloadAnswer({ name, type, bytes }: Kept): Response {
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.length),
      // The plain name for old browsers, the whole one for the others: RFC 6266.
      "content-disposition": `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\\\]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
