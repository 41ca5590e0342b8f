// The error responses of this server itself: a page that stands without a style sheet, a script or the application, and
// for the API a problem as RFC 9457 describes it.
import { localeOf } from "@/i18n/accept-language";
import { catalogues } from "@/i18n/catalogues";
import { localPath, type Locale } from "@/i18n/locales";
import { contentPolicy } from "./content-policy";
import type { PlainResponse } from "./encoded-response";
import { pathOf } from "./request-class";

export type ErrorKind = "failed" | "busy" | "tooLong" | "malformed" | "tooLarge" | "tooSlow" | "method" | "foreign";

const STATUS: Record<ErrorKind, number> = { failed: 500, busy: 503, tooLong: 414, malformed: 400, tooLarge: 413, tooSlow: 408, method: 405, foreign: 403 };
const RETRY_SECONDS = "5";

/** The open interface, which any page of any site may read; those who sign in have addresses of their own below /api. */
export const isOpenData = (url: string): boolean => url.startsWith("/api/") && !/^\/api\/auth(?:[/?]|$)/.test(url);

/** What an address answers to. */
export const methodsOf = (url: string): readonly string[] => (isOpenData(url) ? ["GET", "HEAD", "OPTIONS"] : ["GET", "HEAD", "POST", "OPTIONS"]);

/** What a browser asks before a page of another site reads with headers of its own: everything may be read, by everybody (Fetch, CORS protocol). */
export function preflightResponse(url: string): PlainResponse {
  const methods = methodsOf(url).join(", ");
  const headers = {
    allow: methods,
    "access-control-allow-origin": "*",
    "access-control-allow-methods": methods,
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
  };
  return { status: 204, headers, body: Buffer.alloc(0) };
}

/** The title and the lead of an error. */
export const wordsOf = (locale: Locale, kind: ErrorKind) => (kind === "failed" ? catalogues[locale].errors.failure : catalogues[locale].server[kind]);

// The colours of the site's paper and ink, in both lights.
const STYLE = `:root{color-scheme:light dark;--paper:#f6f1e6;--ink:#201b15;--soft:#5a5144;--indigo:#2a3a7c;--line:#d8cdb8}
@media(prefers-color-scheme:dark){:root{--paper:#191511;--ink:#efe7d9;--soft:#bdb19e;--indigo:#aebbf5;--line:#43392d}}
body{margin:0;background:var(--paper);color:var(--ink);font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:38rem;margin:0 auto;padding:clamp(2rem,12vh,7rem) 1.25rem}
h1,h2{font-family:Georgia,"Noto Serif","DejaVu Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);margin:0 0 1rem}h2{font-size:1.125rem;margin:0 0 .5rem}
section{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--line);color:var(--soft)}
a{color:var(--indigo);text-underline-offset:.18em;display:inline-block;padding:.5rem 0;margin-right:1.5rem}`;

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function page(kind: ErrorKind, url: string): string {
  const [own, other]: [Locale, Locale] = /^\/en(?:\/|$)/.test(pathOf(url)) ? ["en", "fr"] : ["fr", "en"];
  const words = wordsOf(own, kind);
  const translated = wordsOf(other, kind);
  const { retry, home } = catalogues[own].errors.failure;
  // Leaving out the host keeps an address such as "//elsewhere" from leading away.
  const again = `/${url.replace(/^[/\\]+/, "")}`;
  const link = STATUS[kind] >= 500 ? `<a href="${escaped(again)}">${retry}</a>` : "";
  return `<!DOCTYPE html>
<html lang="${own}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${words.title}</title><style>${STYLE}</style></head>
<body><main><h1>${words.title}</h1><p>${words.lead}</p>
<p>${link}<a href="${localPath(own, "/")}">${home}</a></p>
<section lang="${other}"><h2>${translated.title}</h2><p>${translated.lead}</p></section></main></body></html>
`;
}

export function errorResponse(kind: ErrorKind, { url, acceptLanguage }: { url: string; acceptLanguage?: string }): PlainResponse {
  const status = STATUS[kind];
  const headers = {
    "cache-control": "no-store",
    ...(status === 503 ? { "retry-after": RETRY_SECONDS } : {}),
    ...(status === 405 ? { allow: methodsOf(url).join(", ") } : {}),
  };
  if (url.startsWith("/api/")) {
    const { title, lead } = wordsOf(localeOf(acceptLanguage), kind);
    return {
      status,
      headers: { ...headers, "access-control-allow-origin": "*", vary: "accept-language", "content-type": "application/problem+json; charset=utf-8" },
      body: Buffer.from(JSON.stringify({ type: "about:blank", status, title, detail: lead })),
    };
  }
  return {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", "content-security-policy": contentPolicy([]) },
    body: Buffer.from(page(kind, url)),
  };
}
