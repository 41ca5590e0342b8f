import { CoverageMatrix } from "@/components/coverage/matrix";
import { zoneName } from "@/components/organisation-entry";
import { Pairs } from "@/components/pairs";
import { coverageSearch } from "@/domain/coverage";
import type { DirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { translator } from "@/i18n/translator";
import type { ZoneData } from "./load-zone";

/** Which themes are worked on in the places of a zone, and the places beside it where no source names anybody for one. */
export function ZoneCoverage({ locale, query, data: { zone, coverage, without } }: { locale: Locale; query: DirectoryQuery; data: ZoneData }) {
  const t = translator(locale, "zones");
  const asked = { ...query, groups: { ...query.groups, zone: [zone.slug] } };
  return (
    <>
      {coverage ? (
        <section className="section">
          <h2>{t("coverage")}</h2>
          <div className="coverage-wide">
            <CoverageMatrix locale={locale} query={asked} coverage={coverage} caption={t("coverageCaption", { name: zoneName(locale, zone) })} />
          </div>
          <p className="source-note">{translator(locale, "coverage")("warning.zone")}</p>
          <p className="no-print mt-2">
            <a href={localPath(locale, `/couverture${coverageSearch(asked, coverage.table)}`)}>{t("coverageOpen")}</a>
          </p>
        </section>
      ) : null}
      {without.length > 0 ? (
        <section className="section">
          <h2>{t("without")}</h2>
          <p className="source-note">{t("withoutText")}</p>
          <Pairs
            rows={without.map(({ theme, places }) => [
              termLabel(locale, "theme", theme),
              places.map((place, index) => (
                <span key={place.code}>
                  {index > 0 ? ", " : ""}
                  <a href={localPath(locale, `/zones/${place.slug}`)}>{zoneName(locale, place)}</a>
                </span>
              )),
            ])}
          />
        </section>
      ) : null}
    </>
  );
}
