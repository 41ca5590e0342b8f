// @ts-check
// The front's own answers: a page that stands without a style sheet, a script or the application,
// and for the API a problem as RFC 9457 writes it.
import { languageOf } from "./cache-key.mjs";
import { contentPolicy } from "./content-policy.mjs";
import { pathOf } from "./places.mjs";
import { WORDS } from "./words.mjs";

/** @typedef {import("./words.mjs").Trouble} Trouble */
/** @typedef {import("./answer.mjs").AnswerHeaders} AnswerHeaders */

/** @type {Record<Trouble, number>} */
const STATUS = { failed: 500, busy: 503, tooLong: 414, malformed: 400 };
const RETRY_SECONDS = "5";

// The colours of the site's paper and ink, in both lights.
const STYLE = `:root{color-scheme:light dark;--paper:#f6f1e6;--ink:#201b15;--soft:#5a5144;--indigo:#2a3a7c;--line:#d8cdb8}
@media(prefers-color-scheme:dark){:root{--paper:#191511;--ink:#efe7d9;--soft:#bdb19e;--indigo:#aebbf5;--line:#43392d}}
body{margin:0;background:var(--paper);color:var(--ink);font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:38rem;margin:0 auto;padding:clamp(2rem,12vh,7rem) 1.25rem}
h1,h2{font-family:Georgia,"Noto Serif","DejaVu Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);margin:0 0 1rem}h2{font-size:1.125rem;margin:0 0 .5rem}
section{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--line);color:var(--soft)}
a{color:var(--indigo);text-underline-offset:.18em;display:inline-block;padding:.5rem 0;margin-right:1.5rem}`;

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** @param {Trouble} trouble @param {string} url */
function page(trouble, url) {
  const [own, other] = /^\/en(?:\/|$)/.test(pathOf(url)) ? /** @type {const} */ (["en", "fr"]) : /** @type {const} */ (["fr", "en"]);
  const words = WORDS[own];
  const same = WORDS[other];
  // Leaving out the host keeps an address such as "//elsewhere" from leading away.
  const again = `/${url.replace(/^[/\\]+/, "")}`;
  const retry = STATUS[trouble] >= 500 ? `<a href="${escaped(again)}">${words.retry}</a>` : "";
  return `<!DOCTYPE html>
<html lang="${own}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${words[trouble].title}</title><style>${STYLE}</style></head>
<body><main><h1>${words[trouble].title}</h1><p>${words[trouble].lead}</p>
<p>${retry}<a href="${own === "en" ? "/en" : "/"}">${words.home}</a></p>
<section lang="${other}"><h2>${same[trouble].title}</h2><p>${same[trouble].lead}</p></section></main></body></html>
`;
}

/**
 * @param {Trouble} trouble
 * @param {{ url: string, acceptLanguage?: string }} request
 * @returns {{ status: number, headers: AnswerHeaders, body: Buffer }}
 */
export function troubleAnswer(trouble, { url, acceptLanguage }) {
  const status = STATUS[trouble];
  const headers = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(status === 503 ? { "retry-after": RETRY_SECONDS } : {}),
  };
  if (url.startsWith("/api/")) {
    const { title, lead } = WORDS[languageOf(acceptLanguage)][trouble];
    return {
      status,
      headers: { ...headers, "access-control-allow-origin": "*", "content-type": "application/problem+json; charset=utf-8" },
      body: Buffer.from(JSON.stringify({ type: "about:blank", status, title, detail: lead })),
    };
  }
  return {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", "content-security-policy": contentPolicy([]) },
    body: Buffer.from(page(trouble, url)),
  };
}
