import { refusedParameters } from "@/components/refused-parameters";
import { boundariesOf } from "@/components/territory-map/drawing";
import { MaliMap } from "@/components/territory-map/mali-map";
import { directorySearch, parseDirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { classesFor } from "@/components/territory-map/classes";
import { sizeOf } from "@/components/territory-map/counts";
import { Legend } from "@/components/territory-map/legend";
import { loadMap } from "./load-map";
import { shownPlaces } from "@/components/territory-map/shown-places";
import { countries, homeRegions, places } from "@/components/territory-map/view";
import { placePoints, regionAreas } from "./view";

/** The map of the home country alone, for pages of other sites. */
export async function embeddedMap(locale: Locale, parameters: Record<string, string[]>) {
  const parsed = parseDirectoryQuery(parameters);
  const data = parsed.ok ? await loadMap(parsed.query) : parsed;
  if (!parsed.ok || !data.ok) return refusedParameters(locale, "/carte", data.ok ? [] : data.problems);
  const { query } = parsed;
  const { zones, total, filtered } = data;
  const t = translator(locale, "map");
  const classes = classesFor(Math.max(0, ...homeRegions(zones).map(sizeOf)));
  const drawn = [...countries(zones), ...homeRegions(zones), ...shownPlaces(places(zones)).places];
  return {
    body: (
      <figure className="map-embedded">
        <h1 className="sr-only">{t("embed.pageTitle")}</h1>
        <MaliMap
          locale={locale}
          label={t("maliLabel")}
          limits={data.limits}
          areas={regionAreas(locale, query, zones, classes, data)}
          points={placePoints(locale, query, drawn)}
        />
        <Legend locale={locale} classes={classes} none={t("legendNone")} withPoints withOutside={filtered} />
        <figcaption className="source-note">
          {t("embed.summary", { count: total, day: formatDate(locale, new Date().toISOString()) })} {boundariesOf(locale, data.limits)}{" "}
          <a href={localPath(locale, `/carte${directorySearch(query, { page: 1 })}`)}>{t("embed.open")}</a>
        </figcaption>
      </figure>
    ),
  };
}
