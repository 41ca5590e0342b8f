import "server-only";
import { findCommunity } from "@/data/community/communities";
import { recommendationsFor } from "@/data/entity/entities";
import { Crumbs } from "@/components/crumbs";
import { nameOf } from "@/components/entity/entry";
import { Sentences } from "@/components/entity/sentences";
import { MarginSection } from "@/components/margin-section";
import { PageHead } from "@/components/page-head";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Actors } from "./actors";
import { Assets } from "./assets";
import { Identity } from "./identity";
import { Livelihoods } from "./livelihoods";
import { Reading } from "./reading";
import { Summed } from "./summed";
import { Satisfaction, Scores, Survey } from "./survey";

/** One community: all that the study says of it, each group with its lines. Null when there is none. */
export async function communityPage(slug: string, locale: Locale) {
  const [community, recommendations] = await Promise.all([findCommunity(slug), recommendationsFor(slug)]);
  if (!community) return null;
  const t = translator(locale, "communities");
  const part = { locale, community };
  const body = (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={[{ href: "/communautes", label: t("title") }]} />}
        title={community.name}
        lead={community.summary?.[locale]}
      />
      <Identity {...part} />
      <Scores {...part} />
      <Survey {...part} />
      <Satisfaction {...part} />
      <Livelihoods {...part} />
      <Assets {...part} />
      <Actors {...part} />
      <Summed {...part} />
      {recommendations.length > 0 ? (
        <MarginSection id="recommandations" title={t("recommendations")} prose>
          {recommendations.map((entity) => (
            <details key={entity.slug}>
              <summary className="py-1">{nameOf(locale, entity)}</summary>
              <Sentences locale={locale} entity={entity} />
            </details>
          ))}
        </MarginSection>
      ) : null}
      <Reading {...part} />
    </div>
  );
  return { head: { title: community.name, description: community.summary?.[locale] ?? t("description") }, body };
}
