import { z } from "zod";
import { ZONE_LEVELS } from "../vocabularies";
import { namedSource, slug, textByLanguage } from "./text";

/** ISO 3166, or where that has none the code of the zone around and a name: "ML", "ML-1", "ML-1-nioro". */
export const zoneCode = z.string().regex(/^[A-Z]{2}(?:-[A-Za-z0-9-]+)?$/);

export const publicZone = z.strictObject({ code: zoneCode, slug, name: z.string(), level: z.enum(ZONE_LEVELS) });
export type PublicZone = z.infer<typeof publicZone>;

/** A zone with its place in the tree and on the earth. */
export const placedZone = z.strictObject({
  ...publicZone.shape,
  /** Codes from the country down to the zone itself. */
  path: z.array(zoneCode),
  /** WGS 84 degrees; null when nobody recorded where it lies. */
  position: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).nullable(),
});
export type PlacedZone = z.infer<typeof placedZone>;

/** What is known of a zone beside its place in the tree. */
export const zoneRecord = z.strictObject({
  ...publicZone.shape,
  /** The other ways in which the documents write its name. */
  otherNames: z.array(z.string()),
  coordinatesSource: z.string().nullable(),
  /** OCHA's code, and the list that gives it. */
  pcode: z.string().nullable(),
  pcodeSource: z.string().nullable(),
  /** Since when, and until before which day, there is such a territory; null where nobody said it. */
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** Its limits that were imported, the newest first; `code`: that of the file. */
  limits: z.array(z.strictObject({ code: z.string(), source: z.string(), licence: z.string(), validFrom: z.iso.date(), validTo: z.iso.date().nullable() })),
  note: textByLanguage,
  /** The consortium added it, beside those of the documents; from which source, when the public may know of that. */
  added: z.strictObject({ source: namedSource.nullable() }).nullable(),
});
export type ZoneRecord = z.infer<typeof zoneRecord>;
