import "server-only";
import type { Actor } from "@/domain/actor";
import { fold, joinAcronyms } from "@/domain/fold";
import type { OrganisationKind, Visibility } from "@/domain/vocabularies";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "./seen";

/** `restricted`: published or not, the public may not see it. */
export const STAFF_STATES = ["published", "draft", "restricted"] as const;
export type StaffState = (typeof STAFF_STATES)[number];

export type StaffListQuery = { q: string; state: StaffState | null; kind: OrganisationKind | null; page: number };

export type StaffListItem = {
  slug: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  visibility: Visibility;
  publishedAt: Date | null;
  updatedAt: Date;
  verifiedAt: Date | null;
};

export const STAFF_PAGE_SIZE = 50;

/**
 * Every organisation that this person may see, published or not, by name. The words of `q` must each stand somewhere in
 * the name, the acronym or an alias, accents or not: in the folded forms that the database keeps.
 */
export async function listForStaff(actor: Actor, { q, state, kind, page }: StaffListQuery): Promise<{ total: number; items: StaffListItem[] }> {
  const db = database();
  const words = fold(joinAcronyms(q)).split(" ").filter(Boolean).slice(0, 10);
  const conditions = [
    seenEntries(actor),
    ...words.map((word) => Prisma.sql`(strpos(o."nameWords", ${word}) > 0 or strpos(other."words", ${word}) > 0)`),
    ...(kind ? [Prisma.sql`o."kind" = ${kind}::"OrganisationKind"`] : []),
    ...(state === "restricted" ? [Prisma.sql`o."visibility" <> 'public'`] : []),
    ...(state === "published" ? [Prisma.sql`o."publishedAt" is not null and o."visibility" = 'public'`] : []),
    ...(state === "draft" ? [Prisma.sql`o."publishedAt" is null`] : []),
  ];
  const inAlias = words.map((word) => Prisma.sql`strpos("nameKey", ${word}) > 0`);
  const others = Prisma.sql`left join (
    select "organisationId", string_agg("nameKey", ' ') as "words" from "Alias" where ${Prisma.join(inAlias.length > 0 ? inAlias : [Prisma.sql`false`], " or ")}
    group by "organisationId") other on other."organisationId" = o."id"`;
  // With words, first found and then put in order: in the order of names from the start, each would be looked for row by row.
  const matching = Prisma.sql`
    with matching as ${Prisma.raw(words.length > 0 ? "materialized" : "not materialized")} (
      select o."id" from "Organisation" o ${words.length > 0 ? others : Prisma.empty} where ${Prisma.join(conditions, " and ")})`;
  const [counted, items] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`${matching} select count(*)::int as total from matching`,
    db.$queryRaw<StaffListItem[]>`
      ${matching} select o."slug", o."name", o."acronym", o."kind", o."visibility", o."publishedAt", o."updatedAt", o."verifiedAt"
      from matching join "Organisation" o on o."id" = matching."id" order by o."nameKey", o."id" limit ${STAFF_PAGE_SIZE} offset ${(page - 1) * STAFF_PAGE_SIZE}`,
  ]);
  return { total: counted[0]?.total ?? 0, items };
}
