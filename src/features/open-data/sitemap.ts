import "server-only";
import { PUBLIC_PATHS, STAFF_PLACES } from "@/components/pages";
import { addressesOfPart, addressParts, otherAddresses, type AddressPart } from "@/data/organisation/addresses";
import { TYPOLOGIES } from "@/domain/vocabularies";
import { LOCALES, localPath } from "@/i18n/locales";
import { publicOrigin } from "@/lib/http/origin";
import { streamed } from "@/lib/http/streamed";
import { xmlText } from "@/lib/xml";

/** More organisations than this, in both languages, are told in several files: the protocol takes 50,000 addresses a file. */
const MOST_IN_ONE_FILE = 10_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * `GET /sitemap.xml`: public pages and entries, each in both languages; in a large register, the list of such files,
 * `?part=1` and so on. The protocol wants whole addresses: without PUBLIC_URL they are paths, and robots.txt does not name the file.
 */
export async function sitemapAnswer(request: Request): Promise<Response> {
  const origin = publicOrigin();
  const asked = new URL(request.url).searchParams.get("part");
  const parts = await addressParts();
  const isSmall = parts.reduce((sum, { count }) => sum + count, 0) <= MOST_IN_ONE_FILE;
  if (asked === null && !isSmall) return xml(indexOf(origin, parts));
  const wanted = asked === null ? parts : parts.filter(({ part }) => String(part) === asked);
  if (asked !== null && wanted.length === 0) return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return xml(await streamed(addressFile(origin, wanted, asked === null || wanted[0] === parts[0])));
}

const xml = (body: string | ReadableStream<Uint8Array>): Response => new Response(body, { headers: { "content-type": "application/xml; charset=utf-8" } });

/** https://www.sitemaps.org/protocol.html#index */
function indexOf(origin: string, parts: readonly AddressPart[]): string {
  const files = parts.map(
    ({ part, updatedAt }) => `<sitemap><loc>${xmlText(`${origin}/sitemap.xml?part=${part}`)}</loc><lastmod>${updatedAt.toISOString()}</lastmod></sitemap>\n`,
  );
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${files.join("")}</sitemapindex>\n`;
}

async function* addressFile(origin: string, parts: readonly AddressPart[], withPages: boolean): AsyncGenerator<string> {
  yield `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  if (withPages) {
    const { zones, communities, sources, findings, sheets } = await otherAddresses();
    const records = [
      ...TYPOLOGIES.map((code) => `/typologies/${code}`),
      ...zones.map((slug) => `/zones/${slug}`),
      ...communities.map((slug) => `/communautes/${slug}`),
      ...sources.map((slug) => `/sources/${slug}`),
      ...findings.map((slug) => `/sources/${slug}/constats`),
      ...sheets.map((slug) => `/experiences/${slug}`),
    ];
    yield [...PUBLIC_PATHS, ...records].map((path) => entriesOf(origin, path, null)).join("");
  }
  for (const { part } of parts) {
    const organisations = await addressesOfPart(part);
    for (let from = 0; from < organisations.length; from += ENTRIES_AT_ONCE) {
      const some = organisations.slice(from, from + ENTRIES_AT_ONCE);
      yield some.map(({ slug, updatedAt }) => entriesOf(origin, `/organisations/${slug}`, updatedAt)).join("");
    }
  }
  yield "</urlset>\n";
}

const ENTRIES_AT_ONCE = 500;

/** A page in each language, each naming the others. */
function entriesOf(origin: string, path: string, changed: Date | null): string {
  const addresses = LOCALES.map((locale) => ({ locale, address: xmlText(origin + localPath(locale, path)) }));
  const alternates = addresses.map(({ locale, address }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address}"/>`).join("");
  const lastChange = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : "";
  return addresses.map(({ address }) => `<url><loc>${address}</loc>${lastChange}${alternates}</url>\n`).join("");
}

/** `GET /robots.txt`: everything public may be read; the staff's pages have nothing to index. */
export function robotsAnswer(): Response {
  const places = STAFF_PLACES.flatMap((place) => LOCALES.map((locale) => `Disallow: ${localPath(locale, place)}`));
  // Only a whole address may stand there.
  const sitemap = publicOrigin() ? `\nSitemap: ${publicOrigin()}/sitemap.xml\n` : "";
  return new Response(`User-agent: *\n${places.join("\n")}\n${sitemap}`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
