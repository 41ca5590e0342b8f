import { MarginSection } from "@/components/margin-section";
import type { CommunityProfile } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Cited } from "./cited";
import { inhabitants } from "./words";

type Props = { locale: Locale; community: CommunityProfile };

/** Where and what the community is. */
export function Identity({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const levels = labelsOf(locale).zoneLevel;
  return (
    <MarginSection id="identite" title={t("identity")}>
      <dl className="pairs">
        <dt>{t("municipality")}</dt>
        <dd>
          {t(`municipalityType.${community.municipalityType}`)}
          {community.studyArea === community.municipalityType ? null : (
            <span className="block text-sm text-ink-soft">{t(`studyAreaDiffers.${community.studyArea}`)}</span>
          )}
        </dd>
        <dt>{t("place")}</dt>
        <dd>{t("placeOf", { cercle: community.cercle, region: community.region })}</dd>
        <dt>{t("population")}</dt>
        <dd>
          {inhabitants(locale, community)}
          {community.populationNote ? <span className="block text-sm text-ink-soft">{community.populationNote[locale]}</span> : null}
        </dd>
        <dt>{t("languages")}</dt>
        <dd>{community.languages.map((language) => t(`language.${language}`)).join(", ")}</dd>
        {community.zones.length === 0 ? null : (
          <>
            <dt>{t("zones")}</dt>
            <dd>
              {t("zonesHint")}
              <ul className="flex flex-wrap gap-x-5">
                {community.zones.map((zone) => (
                  <li key={zone.slug}>
                    <a className="inline-block py-1" href={localPath(locale, `/zones/${zone.slug}`)}>
                      {zone.name}
                    </a>{" "}
                    <span className="text-sm text-ink-soft">({levels[zone.level].toLowerCase()})</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <Cited locale={locale} source={community.source} lines={`${community.identityLines}, ${community.summaryLines}`} />
    </MarginSection>
  );
}
