import "server-only";
import { Prisma } from "../generated/prisma/client";

/** Zones that can be said now: of those that staff added, neither merged into another nor removed. */
export const STANDING = { mergedIntoId: null, removedAt: null } as const;

/** The same of the zone `z`, in SQL. */
export const IS_STANDING = `num_nonnulls(z."mergedIntoId", z."removedAt") = 0`;
export const isStanding = Prisma.raw(IS_STANDING);
