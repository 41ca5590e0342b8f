import "server-only";
import { fileNotes, noteLines } from "@/components/file-notes";
import { zoneName } from "@/components/organisation-entry";
import { picture } from "@/components/picture";
import { countZones } from "@/components/territory-map/counts";
import { boundariesOf, creditOf } from "@/components/territory-map/drawing";
import { mapDrawing } from "@/components/territory-map/map-drawing";
import { presentLimits } from "@/data/limits/present";
import { searchZones, type ZoneSearch } from "@/data/search/search-zones";
import { zoneTree } from "@/data/zone/tree";
import { directorySearch, FEED_PARAMETERS, PAGE_SIZES, parametersOf } from "@/domain/filters";
import type { PlacedZone } from "@/domain/published/zone";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer } from "@/lib/http/answers";
import { pngOf } from "@/lib/png";
import { LANGUAGE, languageAsked } from "./language";
import { refusal, withQuery } from "./list";

type File = {
  locale: Locale;
  zones: { zone: PlacedZone; count: number; list: string }[];
  /** What is drawn: every zone, with its number. */
  drawn: Parameters<typeof mapDrawing>[1];
  notes: [string, string][];
};

/** Reads what is asked, and makes a file of the zones where somebody works, each with how many. */
function mapAnswer(request: Request, make: (file: File) => Response | Promise<Response>): Promise<Response> {
  return withQuery(request, [...FEED_PARAMETERS, LANGUAGE], async ({ query, locale: spoken, origin }) => {
    const language = languageAsked(parametersOf(new URL(request.url).searchParams), spoken);
    if (!language.ok) return refusal(spoken, language.problems);
    const { locale } = language;
    const [search, tree, limits] = await Promise.all([searchZones(query), zoneTree(), presentLimits()]);
    if (!search.ok) return refusal(locale, search.problems);
    const listOf = ({ slug }: PlacedZone) =>
      origin +
      localPath(locale, `/organisations${directorySearch({ ...query, groups: { ...query.groups, zone: [slug] } }, { page: 1, pageSize: PAGE_SIZES.default })}`);
    const zones = tree.flatMap((zone) => {
      const count = isAsked(search, zone) ? (search.counts.get(zone.code) ?? 0) : 0;
      return count > 0 ? [{ zone, count, list: listOf(zone) }] : [];
    });
    const t = translator(locale, "map");
    const address = origin + localPath(locale, `/carte${directorySearch(query)}`);
    const warnings = [t("countMeaning"), boundariesOf(locale, limits)];
    const notes = fileNotes(locale, { warnings, query, facets: search.facets, address, day: new Date().toISOString() });
    notes.push([translator(locale, "files")("geography"), creditOf(locale, limits)]);
    const drawn = { limits, zones: countZones(tree, search.counts, search.asked), filtered: search.asked !== null };
    return make({ locale, zones, drawn, notes });
  });
}

/** Under a filter of zones, the others are counted as alternatives. */
const isAsked = ({ asked }: ZoneSearch, { path }: PlacedZone): boolean => asked === null || path.some((code) => asked.includes(code));

/** `GET /api/v1/map.csv`: a line a zone; after an empty line, what must be known. */
export function mapCsvAnswer(request: Request): Promise<Response> {
  return mapAnswer(request, ({ locale, zones, notes }) => {
    const lines = zones.map(({ zone, count, list }) => {
      const { code, slug, level, position } = zone;
      return [code, slug, zoneName(locale, zone), level, count, position?.lat ?? null, position?.lng ?? null, list];
    });
    const head = ["code", "slug", "name", "level", "organisations", "latitude", "longitude", "url"];
    return fileAnswer(BYTE_ORDER_MARK + csvLines([head, ...lines, [], ...notes]), "text/csv; charset=utf-8", "map.csv");
  });
}

/** `GET /api/v1/map.geojson`: the same as points (RFC 7946); a zone without coordinates has a null geometry. */
export function mapGeoJsonAnswer(request: Request): Promise<Response> {
  return mapAnswer(request, ({ locale, zones, notes }) => {
    const features = zones.map(({ zone, count, list }) => ({
      type: "Feature",
      id: zone.code,
      geometry: zone.position && { type: "Point", coordinates: [zone.position.lng, zone.position.lat] },
      properties: { name: zoneName(locale, zone), level: zone.level, organisations: count, url: list },
    }));
    const about = notes.map(([name, text]) => ({ name, text }));
    return fileAnswer(JSON.stringify({ type: "FeatureCollection", about, features }), "application/geo+json; charset=utf-8", "map.geojson");
  });
}

async function pictureOf({ locale, drawn, notes }: File): Promise<string> {
  const title = translator(locale, "map")("maliLabel");
  return picture({ ...(await mapDrawing(locale, drawn)), title, notes: noteLines(locale, notes), language: locale });
}

/** `GET /api/v1/map.svg`: the map of the home country with its numbers, as a picture. */
export function mapSvgAnswer(request: Request): Promise<Response> {
  return mapAnswer(request, async (file) => fileAnswer(await pictureOf(file), "image/svg+xml; charset=utf-8", "map.svg"));
}

/** `GET /api/v1/map.png`: that picture in points. */
export function mapPngAnswer(request: Request): Promise<Response> {
  return mapAnswer(request, async (file) => fileAnswer(await pngOf(await pictureOf(file)), "image/png", "map.png"));
}
