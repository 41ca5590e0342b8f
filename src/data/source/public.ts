import "server-only";
import { MADE_SOURCE_KINDS } from "@/domain/source-input";
import { isPublicSql } from "../entity/link";
import { Prisma } from "../generated/prisma/client";

const isShown = (record: string): string => `(${record}."id" IS NULL OR (${record}."visibility" = 'public' AND ${record}."publishedAt" IS NOT NULL))`;

/** SQL: whether staff made a source, and no file gives it. */
export const madeByStaffSql = (source: string): string =>
  `(${source}."filesDigest" IS NULL AND ${source}."kind" IN (${MADE_SOURCE_KINDS.map((kind) => `'${kind}'`).join(", ")}))`;

/**
 * SQL: whether the public may know of a source. Of those that staff made, only what is cited by something public is known: the title of a
 * receipt can name an organisation that is not shown.
 */
export const isPublicSourceSql = (source: string): string => `(NOT ${madeByStaffSql(source)} OR EXISTS (
  SELECT FROM "Statement" said
    LEFT JOIN "Organisation" about ON about."id" = said."organisationId"
    LEFT JOIN "Organisation" other ON other."id" = said."valueOrganisationId"
    LEFT JOIN "Entity" entity ON entity."id" = said."entityId"
  WHERE said."sourceId" = ${source}."id" AND said."withdrawnById" IS NULL AND ${isShown("about")} AND ${isShown("other")}
    AND (entity."id" IS NULL OR ${isPublicSql("entity")})))`;

/** The slugs of the sources that the public may know of, in their order. */
export const publicSourceSlugs = (only?: string) => Prisma.sql`
  SELECT d."slug" FROM "Source" d WHERE ${only === undefined ? Prisma.sql`true` : Prisma.sql`d."slug" = ${only}`} AND ${Prisma.raw(isPublicSourceSql("d"))}
  ORDER BY d."position", d."id"`;
