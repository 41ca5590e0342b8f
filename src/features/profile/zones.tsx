import { zoneName } from "@/components/organisation-entry";
import type { PublicOrganisation } from "@/domain/public-organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { citationsOf } from "./cited";

/** Where it intervenes, by level of territory, and the words in which the sources say it. */
export function Zones({ locale, organisation }: { locale: Locale; organisation: PublicOrganisation }) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const { zones } = organisation;
  if (zones.length === 0) return <p>{t("noZone")}</p>;
  const levels = [...new Set(zones.map(({ level }) => level))];
  const words = [...new Set(citationsOf(organisation, ["zones"]).flatMap(({ text }) => text ?? []))];
  return (
    <>
      <dl className="pairs">
        {levels.map((level) => (
          <div key={level} className="contents">
            <dt>{labels.zoneLevel[level]}</dt>
            <dd>
              {zones
                .filter((zone) => zone.level === level)
                .map((zone, index) => (
                  <span key={zone.code}>
                    {index > 0 ? ", " : null}
                    <a href={localPath(locale, `/zones/${zone.slug}`)}>{zoneName(locale, zone)}</a>
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      {words.map((text) => (
        <p key={text} className="source-note" lang={locale === "fr" ? undefined : "fr"}>
          {`« ${text} »`}
        </p>
      ))}
      <p className="source-note no-print">{t("zonesNote")}</p>
    </>
  );
}
