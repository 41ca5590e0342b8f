import { MarginSection } from "@/components/margin-section";
import { Pairs } from "@/components/pairs";
import type { CommunityProfile } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Cited } from "./cited";
import { inhabitants } from "./words";

type Props = { locale: Locale; community: CommunityProfile };

/** Where and what the community is. */
export function Identity({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const { municipalityType: type, studyArea, cercle, region } = community;
  return (
    <MarginSection id="identite" title={t("identity")}>
      <Pairs
        rows={[
          [
            t("municipality"),
            <>
              {type ? t(`municipalityType.${type}`) : t("unknown")}
              {studyArea === null || studyArea === type ? null : <span className="aside block">{t(`studyAreaDiffers.${studyArea}`)}</span>}
            </>,
          ],
          [t("place"), cercle && region ? t("placeOf", { cercle, region }) : (cercle ?? region)],
          [
            t("population"),
            <>
              {inhabitants(locale, community)}
              {community.populationNote ? <span className="aside block">{community.populationNote[locale]}</span> : null}
            </>,
          ],
          [t("languages"), community.languages.map((language) => t(`language.${language}`)).join(", ")],
          [t("zones"), community.zones.length > 0 ? <Zones locale={locale} community={community} /> : null],
        ]}
      />
      <Cited locale={locale} sources={community.sources} citations={community.identity} apart />
    </MarginSection>
  );
}

function Zones({ locale, community }: Props) {
  const levels = labelsOf(locale).zoneLevel;
  return (
    <>
      {translator(locale, "communities")("zonesHint")}
      <ul className="flex flex-wrap gap-x-5">
        {community.zones.map((zone) => (
          <li key={zone.slug}>
            <a className="inline-block py-1" href={localPath(locale, `/zones/${zone.slug}`)}>
              {zone.name}
            </a>{" "}
            <span className="aside">({levels[zone.level].toLowerCase()})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
