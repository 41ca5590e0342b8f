import { z } from "zod";
import { FORMALITIES, NETWORK_SCOPES } from "../vocabularies";
import { organisationLink } from "./organisation-link";
import { count, line, place, slug } from "./text";

/** A network, or a federation whose members the directory knows. */
export const publicNetwork = z.strictObject({
  ...organisationLink.shape,
  /** Its column in the list of networks; null for a federation that the list does not hold. */
  scope: z.enum(NETWORK_SCOPES).nullable(),
  formality: z.enum(FORMALITIES).nullable(),
  /** How many members it is said to have, and the words around the number. */
  declaredMembers: count.nullable(),
  memberNote: z.string().nullable(),
  /** How many members are entries of the directory, and the first of them by name. */
  knownMembers: count,
  members: z.array(organisationLink),
  /** A site that can be opened. */
  website: z.url().nullable(),
  /** Where the scope is said. */
  citation: z.strictObject({ source: slug, sourceTitle: z.string(), place, line: line.nullable() }).nullable(),
});
export type PublicNetwork = z.infer<typeof publicNetwork>;

export const networkList = z.strictObject({
  /** All networks with a scope, by scope; and how many of them have a site that can be opened. */
  counts: z.strictObject({ national: count, african: count, international: count, websites: count }),
  /** With the federations. */
  total: count,
  page: z.int().positive(),
  pageCount: z.int().positive(),
  networks: z.array(publicNetwork),
});
export type NetworkList = z.infer<typeof networkList>;
