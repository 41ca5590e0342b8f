import "server-only";
import { publicAddresses } from "@/data/organisation/addresses";
import { LOCALES, localPath } from "@/i18n/locales";
import { publicOrigin } from "@/lib/http/origin";
import { xmlText } from "@/lib/xml";

/** Pages that always exist; zones, sources and communities are reached from them. */
const PAGES = ["/", "/organisations", "/carte", "/reseaux", "/communautes", "/chiffres", "/sources", "/donnees", "/recherche/aide"];

/** `GET /sitemap.xml`: public pages and entries, each in both languages. */
export async function sitemapAnswer(request: Request): Promise<Response> {
  const origin = publicOrigin(request.headers);
  const organisations = await publicAddresses();
  const places = [
    ...PAGES.map((path) => ({ path, changed: null as Date | null })),
    ...organisations.map(({ slug, updatedAt }) => ({ path: `/organisations/${slug}`, changed: updatedAt })),
  ];
  const urls = places.flatMap(({ path, changed }) =>
    LOCALES.map((locale) => {
      const alternates = LOCALES.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${xmlText(origin + localPath(other, path))}"/>`,
      ).join("");
      const lastChange = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : "";
      return `<url><loc>${xmlText(origin + localPath(locale, path))}</loc>${lastChange}${alternates}</url>`;
    }),
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(body, { headers: { "content-type": "application/xml; charset=utf-8" } });
}

/** `GET /robots.txt`: everything public may be read; the staff's pages have nothing to index. */
export function robotsAnswer(request: Request): Response {
  const lines = ["User-agent: *", "Disallow: /admin", "Disallow: /en/admin", "Disallow: /connexion", "Disallow: /en/connexion"];
  return new Response(`${lines.join("\n")}\n\nSitemap: ${publicOrigin(request.headers)}/sitemap.xml\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
