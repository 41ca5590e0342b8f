import "server-only";

const named = (entity: string, language: string): string => `(
  SELECT n."text" FROM "Statement" n
  WHERE n."entityId" = ${entity}."id" AND n."withdrawnById" IS NULL AND n."field" IN ('name', 'title') AND coalesce(n."language", 'fr') = '${language}'
  ORDER BY n."position", n."id" LIMIT 1)`;

/** SQL: an EntityLink, called by the first that is said under the field that names its noun; English only where the name is ours. @param entity an alias of "Entity" */
export const linkSql = (entity: string): string =>
  `json_build_object('noun', ${entity}."noun", 'slug', ${entity}."slug", 'name', ${named(entity, "fr")}, 'nameEn', ${named(entity, "en")})`;

/** SQL: whether the public may see it. */
export const isPublicSql = (entity: string): string => `${entity}."visibility" = 'public' AND ${entity}."publishedAt" IS NOT NULL`;
