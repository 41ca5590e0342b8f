import type { OwnNameKind } from "./vocabularies";

/** What countries themselves call levels and legal statuses: a name by {@link ownNameKey}. */
export type OwnNames = ReadonlyMap<string, string>;

/** Of a name in one language. @param country ISO 3166-1 alpha-2 */
export const ownNameKey = (country: string, kind: OwnNameKind, code: string, language: string): string => [country, kind, code, language].join(" ");

/** The country of a zone: its code begins with that of the country. */
export const countryOfZone = (code: string): string => code.slice(0, 2);
