import "server-only";
import type { Actor } from "@/domain/actor";
import type { OrganisationKind, Visibility } from "@/domain/vocabularies";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "./seen";
import { matchingSql, type StaffListQuery } from "./staff-query";

export type StaffListItem = {
  slug: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  visibility: Visibility;
  publishedAt: Date | null;
  archivedAt: Date | null;
  mergedIntoId: number | null;
  updatedAt: Date;
  verifiedAt: Date | null;
};

export const STAFF_PAGE_SIZE = 50;

/** The order asked for; without one, those first whose name has all that is looked for. */
function orderOf({ q, order }: StaffListQuery): Prisma.Sql {
  if (order === "verification") return Prisma.sql`matching."verifiedAt" nulls first, `;
  if (order === "missing") return Prisma.sql`matching."lacking" desc, `;
  return q ? Prisma.sql`matching."named" desc, ` : Prisma.empty;
}

/** The numbers of all that a query finds, whatever its page, by name. */
export async function idsForStaff(actor: Actor, query: StaffListQuery): Promise<number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    ${matchingSql(actor, query)} select "id" from matching order by "nameKey", "id"`;
  return rows.map(({ id }) => id);
}

/** The entries of these slugs that this person may see. */
export async function idsOfSlugs(actor: Actor, slugs: readonly string[]): Promise<number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`select o."id" from "Organisation" o where o."slug" = any (${[...slugs]}) and ${seenEntries(actor)}`;
  return rows.map(({ id }) => id);
}

/** How many entries a query finds. */
export async function countForStaff(actor: Actor, query: StaffListQuery): Promise<number> {
  const [counted] = await database().$queryRaw<{ total: number }[]>`${matchingSql(actor, query)} select count(*)::int as total from matching`;
  return counted?.total ?? 0;
}

type Row = StaffListItem & { total?: number };

/** Every organisation that this person may see, published or not, by name or in the order asked for. */
export async function listForStaff(actor: Actor, query: StaffListQuery): Promise<{ total: number; items: StaffListItem[] }> {
  const { page } = query;
  const rows = await database().$queryRaw<Row[]>`
    ${matchingSql(actor, query)}, page as (
      select matching."id", row_number() over () as place from (
        select matching."id" from matching order by ${orderOf(query)}matching."nameKey", matching."id"
        limit ${STAFF_PAGE_SIZE} offset ${(page - 1) * STAFF_PAGE_SIZE}) matching)
    select o."slug", o."name", o."acronym", o."kind", o."visibility", o."publishedAt", o."archivedAt", o."mergedIntoId", o."updatedAt", o."verifiedAt",
      (select count(*)::int from matching) as total
    from page join "Organisation" o on o."id" = page."id" order by page.place`;
  // A page behind the last one has no row to say it.
  const total = rows[0]?.total ?? (page > 1 ? await countForStaff(actor, query) : 0);
  for (const row of rows) delete row.total;
  return { total, items: rows };
}
