import "server-only";
import type { Db } from "../client";

/** Writes again the search row of one organisation. */
export async function refreshSearch(tx: Db, id: number): Promise<void> {
  await tx.$executeRaw`select refresh_organisation_search(${id}::int)`;
}

/** And those of the organisations whose facets name it: they must not name one that the public may no longer see. */
export async function refreshSearchOfLinked(tx: Db, id: number): Promise<void> {
  await tx.$executeRaw`
    select refresh_organisation_search(linked.id) from (
      select "organisationId" as id from "Partner" where "partnerId" = ${id}
      union select "memberId" from "Membership" where "networkId" = ${id}
    ) linked`;
}
