import "server-only";
import { Prisma } from "../generated/prisma/client";

/**
 * For a WITH: the organisations that the public may not see, as `hidden` ("id", "slug"). They are few
 * and found by an index, so that counting them out is quicker than joining all the others in.
 */
export const HIDDEN = Prisma.sql`hidden AS MATERIALIZED (
  SELECT "id", "slug" FROM "Organisation"
  WHERE "visibility" IN ('consortium', 'confidential') OR ("visibility" = 'public' AND "publishedAt" IS NULL))`;

/** A statement `c` that is cited: not withdrawn, about an organisation, and no part of another. */
export const CITED = Prisma.sql`c."cited" AND c."withdrawnById" IS NULL AND c."organisationId" IS NOT NULL`;
