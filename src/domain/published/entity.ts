import { z } from "zod";
import { NAMED_BY, NOUNS } from "../nouns";
import { entityLink, type EntityLink } from "./entity-link";
import { organisationLink } from "./organisation-link";
import { publicCitation } from "./statement";
import { bilingualText, partialDate, slug } from "./text";
import { publicZone } from "./zone";

/** Where a value of an entity is said. */
export const entityCitation = publicCitation.pick({
  ...{ basis: true, source: true, sourceTitle: true, sourcePublishedOn: true, table: true, lineStart: true, lineEnd: true, anchor: true },
});
export type EntityCitation = z.infer<typeof entityCitation>;

/** A value of a field of an entity: exactly one of value, text, number, organisation, zone and entity is given. */
export const entityValue = z.strictObject({
  /** A code, a name as it is written, a time, an address. */
  value: z.string().nullable(),
  text: bilingualText.nullable(),
  number: z.number().nullable(),
  /** Of a number: persons, percent, points, score, rank. */
  unit: z.string().nullable(),
  organisation: organisationLink.nullable(),
  zone: publicZone.nullable(),
  entity: entityLink.nullable(),
  since: partialDate,
  until: partialDate,
  about: z.boolean(),
  moreThan: z.boolean(),
  /** The source ends its list with "etc.": there are more. */
  openList: z.boolean(),
  citations: z.array(entityCitation).min(1),
});
export type EntityValue = z.infer<typeof entityValue>;

/** A body, a programme, an event, a sheet or a recommendation, with all that is said of it; a field of which nothing is said is absent. */
export const publicEntity = z.strictObject({ noun: z.enum(NOUNS), slug, fields: z.record(z.string(), z.array(entityValue).min(1)) });
export type PublicEntity = z.infer<typeof publicEntity>;

/** An entity as others name it. */
export function linkOf({ noun, slug: own, fields }: PublicEntity): EntityLink {
  const { value, text } = fields[NAMED_BY[noun]]![0]!;
  return { noun, slug: own, name: text?.fr ?? value!, nameEn: text?.en ?? null };
}
