import "server-only";

/** SQL: how an entity is called in a language; null where that is not ours to say. */
export const named = (entity: string, language: string): string => `(
  SELECT n."text" FROM "Statement" n
  WHERE n."entityId" = ${entity}."id" AND n."withdrawnById" IS NULL AND n."field" IN ('name', 'title') AND coalesce(n."language", 'fr') = '${language}'
  ORDER BY n."position", n."id" LIMIT 1)`;

/** SQL: an EntityLink, called by the first that is said under the field that names its noun; English only where the name is ours. @param entity an alias of "Entity" */
export const linkSql = (entity: string): string =>
  `json_build_object('noun', ${entity}."noun", 'slug', ${entity}."slug", 'name', ${named(entity, "fr")}, 'nameEn', ${named(entity, "en")})`;

const isPublic = (record: string): string => `${record}."visibility" = 'public' AND ${record}."publishedAt" IS NOT NULL`;

/**
 * SQL: whether the public may see it. What is said of someone's work in a place gives them away even without their name: a presence
 * is seen while all whom it names are.
 * @param shown the organisation to which it is shown on its own page, or in a preview of that
 */
export const isPublicSql = (entity: string, shown?: number): string => `(${isPublic(entity)} AND NOT (${entity}."noun" = 'presence' AND EXISTS (
  SELECT FROM "Statement" whose JOIN "Organisation" hidden ON hidden."id" = whose."valueOrganisationId"
  WHERE whose."entityId" = ${entity}."id" AND whose."withdrawnById" IS NULL AND NOT (${isPublic("hidden")})${shown === undefined ? "" : ` AND hidden."id" <> ${shown}`})))`;
