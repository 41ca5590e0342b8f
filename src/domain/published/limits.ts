import { z } from "zod";
import { zoneCode } from "./zone";

/** Levels whose limits can be imported; a country's are those of its regions. */
export const LIMIT_LEVELS = ["region", "cercle", "commune"] as const;
export type LimitLevel = (typeof LIMIT_LEVELS)[number];

/** Longitude and latitude, WGS 84 degrees. */
const position = z.tuple([z.number(), z.number()]);
const lines = z.array(z.array(position));

/** Limits of one zone: pieces with their rings, and the same as the drawn map has them. */
export const limitShape = z.strictObject({
  /** As in a GeoJSON MultiPolygon: outer rings counter-clockwise. */
  coordinates: z.array(lines),
  /** SVG, in pixels of the drawn map. */
  path: z.string(),
  /** Where its number may stand there, the roomiest first. */
  places: z.array(z.tuple([z.number(), z.number()])),
});
export type LimitShape = z.infer<typeof limitShape>;

/** What the limits of one file have in common. */
export const limitLines = z.strictObject({
  /** Around all territories of the file, and between them. */
  outline: lines,
  inner: lines,
  /** The outline as SVG, in pixels of the drawn map. */
  path: z.string(),
});
export type LimitLines = z.infer<typeof limitLines>;

const day = z.iso.date();

/** Imported limits of one level, and who must be named wherever they are drawn. */
export const publishedLimits = z.strictObject({
  level: z.enum(LIMIT_LEVELS),
  source: z.string(),
  licence: z.string(),
  validFrom: day,
  /** The first day on which they no longer hold; null while they do. */
  validTo: day.nullable(),
  lines: limitLines,
  /** `code`: the zone's; `given`: that of the file. */
  zones: z.array(z.strictObject({ code: zoneCode, given: z.string(), shape: limitShape })),
});
export type PublishedLimits = z.infer<typeof publishedLimits>;
