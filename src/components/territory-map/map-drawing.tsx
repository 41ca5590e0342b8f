import type { PublishedLimits } from "@/domain/published/limits";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { zoneName } from "../organisation-entry";
import { INKS, svgTag, svgText, TONES } from "../picture";
import { staticMarkup } from "../static-markup";
import { classesFor } from "./classes";
import { sizeOf, type CountedZone } from "./counts";
import { legendEntries } from "./legend";
import { MAP_SIZE, MaliShapes } from "./mali-map";
import { shownPlaces } from "./shown-places";
import { countries, homeRegions, places, zoneAreas, zonePoints } from "./view";

/** What map.css says of a wide screen, for a picture that takes no style sheet along. */
const STYLE = `
.map-borders { fill: none; stroke: ${INKS.strong} }
.map-inner { fill: none; stroke: ${INKS.paper}; stroke-width: .75; stroke-opacity: .7 }
.map-outline { fill: none; stroke: ${INKS.ink}; stroke-width: 2.5; stroke-linejoin: round }
.map-area { stroke: ${INKS.ink} }
.map-hatch { fill: none; stroke: ${INKS.strong}; stroke-width: 3 }
${TONES.map((tone, index) => `.tone-${index + 1} { fill: ${tone} }`).join("\n")}
.tone-0 { fill: url(#map-none) }
.tone-outside { fill: ${INKS.shade}; stroke: ${INKS.strong}; stroke-dasharray: 4 3 }
.map-apart { stroke-dasharray: 4 3 }
.map-point { fill: ${INKS.ochre}; stroke: ${INKS.deepOchre}; stroke-width: 1.5 }
.map text { text-anchor: middle }
.map-number, .map-name { paint-order: stroke; stroke: ${INKS.paper}; stroke-width: 4px; stroke-linejoin: round }
.map-number { font-size: 19px; font-weight: 700 }
.map-name { font-size: 13px }
.map-neighbours { font-size: 14px; font-style: italic; fill: ${INKS.soft} }
.map-point-number { font-size: 12px; font-weight: 700 }
.map-point-name { display: none }
`;

const SIZE = 13;
const SWATCH = 16;
/** Between the map and what its shades mean, and from one of them to the next. */
const GAP = 24;
const LEGEND_WIDTH = 300;

type Shown = { limits: readonly PublishedLimits[]; zones: readonly CountedZone[]; filtered: boolean };

/** The map of the home country as a drawing, from (0, 0), with what its shades mean beside it. */
export async function mapDrawing(locale: Locale, { limits, zones, filtered }: Shown): Promise<{ content: string; width: number; height: number }> {
  const t = translator(locale, "map");
  const classes = classesFor(Math.max(0, ...homeRegions(zones).map(sizeOf)));
  const drawn = [...countries(zones), ...homeRegions(zones), ...shownPlaces(places(zones)).places];
  const title = (zone: CountedZone) => t(zone.count === null ? "outsideTitle" : "areaTitle", { name: zoneName(locale, zone), count: sizeOf(zone) });
  const marks = { href: () => "", title };
  const areas = zoneAreas(locale, homeRegions(zones), classes, marks);
  const map = await staticMarkup(<MaliShapes locale={locale} limits={limits} areas={areas} points={zonePoints(locale, drawn, marks)} />);
  const x = MAP_SIZE.width + GAP;
  const legend = legendEntries({ locale, classes, none: t("legendNone"), withPoints: true, withOutside: filtered }).flatMap(({ mark, text }, index) => {
    const y = GAP + (index + 1) * GAP;
    const swatch =
      mark === "point"
        ? svgTag("circle", { class: "map-point", cx: x + SWATCH / 2, cy: y, r: SWATCH / 2 - 2 })
        : svgTag("rect", { class: `map-area tone-${mark}`, x, y: y - SWATCH / 2, width: SWATCH, height: SWATCH });
    return [swatch, svgText(text, x + SWATCH + 8, y + SIZE / 3, { "font-size": SIZE })];
  });
  const parts = [
    svgTag("style", {}, STYLE),
    svgTag("rect", { ...MAP_SIZE, fill: INKS.shade, stroke: INKS.line }),
    // A drawing of its own, so that what leaves its frame is not seen.
    svgTag("svg", { class: "map", ...MAP_SIZE }, map),
    svgText(t("legend"), x, SIZE, { "font-size": SIZE, "font-weight": 600 }),
    ...legend,
  ];
  return { content: parts.join("\n"), width: MAP_SIZE.width + GAP + LEGEND_WIDTH, height: MAP_SIZE.height };
}
