import { MarginSection } from "@/components/margin-section";
import { Links } from "@/components/list";
import { OrganisationLink, organisationLink } from "@/components/organisation-link";
import { Table } from "@/components/table";
import { ACTOR_DIMENSION_COUNT } from "@/domain/community";
import type { CommunityProfile } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited } from "./cited";

type Props = { locale: Locale; community: CommunityProfile };

/** Those whom the study names as able to help, with what is known of the dimensions it ticks. */
export function Actors({ locale, community }: Props) {
  const t = translator(locale, "communities");
  return (
    <MarginSection id="acteurs" title={t("actors")}>
      <p className="measure">{t("actorsLead")}</p>
      <Table
        className="mt-4"
        wide
        rows={community.actors}
        keyOf={({ slug }) => slug}
        columns={[
          {
            head: t("actor"),
            cell: ({ organisations: [first, ...others], name }) =>
              first === undefined ? (
                name
              ) : others.length === 0 ? (
                <OrganisationLink locale={locale} organisation={{ slug: first.slug, name }} />
              ) : (
                <Links items={[first, ...others].map((one) => organisationLink(locale, one))} />
              ),
          },
          { head: t("activity"), cell: ({ activity }) => activity?.[locale] },
          { head: t("forces"), cell: ({ strengths }) => strengths?.[locale] },
          { head: t("weaknesses"), cell: ({ weaknesses }) => weaknesses?.[locale] },
          {
            head: t("dimensions"),
            cell: ({ marks }) => (marks === null ? null : marks === ACTOR_DIMENSION_COUNT ? t("dimensionsAll") : t("dimensionsCount", { count: marks })),
          },
        ]}
      />
      <Cited locale={locale} sources={community.sources} citations={community.actors.flatMap(({ citations }) => citations)} />
    </MarginSection>
  );
}
