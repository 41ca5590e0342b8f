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
const head = {
  level: z.enum(LIMIT_LEVELS),
  source: z.string(),
  licence: z.string(),
  validFrom: day,
  /** The first day on which they no longer hold; null while they do. */
  validTo: day.nullable(),
};

/** Imported limits of one level as the drawn map has them, with who must be named wherever they are drawn. */
export const publishedLimits = z.strictObject({
  ...head,
  outline: z.string(),
  zones: z.array(z.strictObject({ code: zoneCode, ...limitShape.omit({ coordinates: true }).shape })),
});
export type PublishedLimits = z.infer<typeof publishedLimits>;

/** The same in degrees. */
export const limitsInDegrees = z.strictObject({
  ...head,
  ...limitLines.omit({ path: true }).shape,
  /** `code`: the zone's; `given`: that of the file that was imported. */
  zones: z.array(z.strictObject({ code: zoneCode, given: z.string(), coordinates: limitShape.shape.coordinates })),
});
export type LimitsInDegrees = z.infer<typeof limitsInDegrees>;
