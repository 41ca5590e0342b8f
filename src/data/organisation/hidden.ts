import "server-only";
import { Prisma } from "../generated/prisma/client";

/**
 * For a WITH: the organisations that the public may not see, as `hidden` ("id", "slug"). They are few
 * and found by an index, so that counting them out is quicker than joining all the others in.
 */
export const HIDDEN = Prisma.sql`hidden AS MATERIALIZED (
  SELECT "id", "slug" FROM "Organisation"
  WHERE "visibility" IN ('consortium', 'confidential') OR ("visibility" = 'public' AND "publishedAt" IS NULL))`;

/** A citation `c` of these fields names another organisation in its value: when that one is hidden, so is the citation. */
export const NAMING = Prisma.sql`c."field" IN ('partners', 'networks')`;
