import "server-only";
import { activeFilters } from "@/components/active-filters";
import { informationDate } from "@/components/information-date";
import { zoneName } from "@/components/organisation-entry";
import { searchOrganisations } from "@/data/search/search";
import { feedAddress, feedQuery } from "@/domain/feed";
import { directorySearch, FEED_PARAMETERS, PAGE_SIZES } from "@/domain/filters";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { labelsOf, translator } from "@/i18n/translator";
import { textAnswer } from "@/lib/http/answers";
import { organisationUrn, pathUrn } from "@/lib/path-urn";
import { atomDocument } from "./atom-feed";
import { refusal, withQuery } from "./list";

/** `GET /api/v1/organisations.atom`: what a search finds, the latest changes first, for those who want to hear of them. */
export function atomAnswer(request: Request): Promise<Response> {
  return withQuery(request, FEED_PARAMETERS, async ({ query, locale, origin }) => {
    const asked = feedQuery(query);
    const result = await searchOrganisations(asked, undefined, true);
    if (!result.ok) return refusal(locale, result.problems);
    const t = translator(locale, "openData");
    const site = translator(locale, "site")("name");
    const search = activeFilters(locale, "/organisations", asked, result.facets).map(({ group, label }) => t("feed.fact", { name: group, value: label }));
    const address = origin + feedAddress(query);
    const document = atomDocument({
      // An id is for good (RFC 4287, 4.2.6), and PUBLIC_URL is not: see docs/decisions/0018-names-of-records.md.
      id: pathUrn(feedAddress(query)),
      language: locale,
      title: `${site} – ${search.length > 0 ? search.join(" · ") : t("feed.everything")}`,
      author: site,
      self: address,
      alternate: origin + localPath(locale, `/organisations${directorySearch({ ...asked, pageSize: PAGE_SIZES.default })}`),
      entries: result.items.map((item) => ({
        id: organisationUrn(item.slug),
        title: item.acronym && !item.name.includes(item.acronym) ? `${item.name} (${item.acronym})` : item.name,
        updated: item.updatedAt,
        alternate: origin + localPath(locale, `/organisations/${item.slug}`),
        summary: summaryOf(locale, item),
      })),
    });
    return textAnswer(document, "application/atom+xml; charset=utf-8");
  });
}

/** What the directory knows at a glance, in a sentence for each fact; the unknown is left out. */
function summaryOf(locale: Locale, item: PublicOrganisationSummary): string {
  const t = translator(locale, "openData");
  const { filter, kind, typology } = labelsOf(locale);
  const facts: [string, string][] = [
    item.typology ? [filter.typology, typology[item.typology]] : [filter.kind, kind[item.kind]],
    [t("feed.zones"), item.zones.map((zone) => zoneName(locale, zone)).join(", ")],
    [t("feed.themes"), item.themes.map((code) => termLabel(locale, "theme", code)).join(", ")],
  ];
  const sentences = facts.filter(([, value]) => value !== "").map(([name, value]) => t("feed.fact", { name, value }));
  return [...sentences, informationDate(locale, item)].map((sentence) => `${sentence}.`).join(" ");
}
