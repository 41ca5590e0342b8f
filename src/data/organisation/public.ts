import "server-only";
import type { Prisma } from "../generated/prisma/client";

/** The one condition under which an organisation is public. Search rows exist on the same condition. */
export const publicOnly = {
  visibility: "public",
  publishedAt: { not: null },
} as const satisfies Prisma.OrganisationWhereInput;
