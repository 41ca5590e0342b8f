import { MarginSection } from "@/components/margin-section";
import type { SourcePlace } from "@/domain/published/source";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const KINDS = [
  "citations",
  "typologyStatements",
  "statistics",
  "entries",
  "communityFigures",
  "communityActors",
] as const satisfies readonly (keyof SourcePlace)[];

/** What each table of a document gave, and the organisations of which it speaks, named where they are few. */
export function Places({ locale, places }: { locale: Locale; places: readonly SourcePlace[] }) {
  const t = translator(locale, "sources");
  return (
    <MarginSection id="tableaux" title={t("places")}>
      <table className="table" role="table">
        <caption>{t("placesCaption")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("place")}
            </th>
            <th scope="col" role="columnheader">
              {t("values")}
            </th>
            <th scope="col" role="columnheader">
              {t("organisations")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {places.map((place) => (
            <tr key={place.place ?? ""} role="row">
              <th scope="row" role="rowheader" lang={place.place === null ? undefined : "fr"} className="sm:whitespace-nowrap">
                {place.place ?? t("runningText")}
              </th>
              <td role="cell" data-label={t("values")}>
                <ul>
                  {KINDS.filter((kind) => place[kind] > 0).map((kind) => (
                    <li key={kind}>{t(`placeValues.${kind}`, { count: place[kind] })}</li>
                  ))}
                </ul>
              </td>
              <td role="cell" data-label={t("organisations")}>
                {place.organisationCount === 0 ? null : place.organisations.length === 0 ? (
                  t("organisationCount", { count: place.organisationCount })
                ) : (
                  <details>
                    <summary className="cursor-pointer py-0.5">{t("organisationCount", { count: place.organisationCount })}</summary>
                    <ul className="mt-1 sm:columns-2 sm:gap-x-6 [&_a]:inline-block [&_a]:py-0.5 [&>li]:break-inside-avoid">
                      {place.organisations.map(({ slug, name }) => (
                        <li key={slug}>
                          <a href={localPath(locale, `/organisations/${slug}`)}>{name}</a>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </MarginSection>
  );
}
