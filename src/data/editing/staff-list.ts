import "server-only";
import type { Actor } from "@/domain/actor";
import { fold, joinAcronyms } from "@/domain/fold";
import type { FieldCode } from "@/domain/fields";
import type { OrganisationKind, Theme, Visibility } from "@/domain/vocabularies";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "./seen";

/** `restricted`: published or not, the public may not see it. */
export const STAFF_STATES = ["published", "draft", "restricted"] as const;
export type StaffState = (typeof STAFF_STATES)[number];

/** What an entry may lack, by the field; of contacts one that can be used. */
export const MISSING_FIELDS = ["contacts", "zones", "themes", "typology", "description"] as const satisfies readonly FieldCode[];
export type MissingField = (typeof MISSING_FIELDS)[number];

/** When it was verified: never, or not for so many days. */
export const STALE_DAYS = { half_year: 180, year: 365 } as const;
export const FRESHNESS = ["never", "half_year", "year"] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** Of each filter a value, or nothing; `zone` and `source`: a slug. */
export type StaffListQuery = {
  q: string;
  page: number;
  state?: StaffState | null;
  kind?: OrganisationKind | null;
  missing?: MissingField | null;
  freshness?: Freshness | null;
  zone?: string | null;
  theme?: Theme | null;
  source?: string | null;
};

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

/** What holds of the entry `o`, narrowed by a condition on the statement `s`. */
const isSaid = (condition: Prisma.Sql) =>
  Prisma.sql`exists (select from "Statement" s where s."organisationId" = o."id" and s."withdrawnById" is null and ${condition})`;

/** The conditions of the filters that are chosen. */
function filtersOf({ state, kind, missing, freshness, zone, theme, source }: StaffListQuery): Prisma.Sql[] {
  const days = freshness && freshness !== "never" ? STALE_DAYS[freshness] : 0;
  return [
    ...(kind ? [Prisma.sql`o."kind" = ${kind}::"OrganisationKind"`] : []),
    ...(state === "restricted" ? [Prisma.sql`o."visibility" <> 'public'`] : []),
    ...(state === "published" ? [Prisma.sql`o."publishedAt" is not null and o."visibility" = 'public'`] : []),
    ...(state === "draft" ? [Prisma.sql`o."publishedAt" is null`] : []),
    ...(missing === "contacts" ? [Prisma.sql`not ${isSaid(Prisma.sql`s."field" = 'contacts' and s."usable" is not null`)}`] : []),
    ...(missing && missing !== "contacts" ? [Prisma.sql`not ${isSaid(Prisma.sql`s."field" = ${missing}`)}`] : []),
    ...(freshness === "never" ? [Prisma.sql`o."verifiedAt" is null`] : []),
    ...(days > 0 ? [Prisma.sql`o."verifiedAt" < now() - make_interval(days => ${days}::int)`] : []),
    ...(theme ? [isSaid(Prisma.sql`s."field" = 'themes' and s."code" = ${theme}`)] : []),
    ...(source ? [isSaid(Prisma.sql`s."sourceId" = (select "id" from "Source" where "slug" = ${source})`)] : []),
    ...(zone
      ? [
          isSaid(Prisma.sql`s."field" = 'zones' and s."valueZoneId" in (
            select inside."id" from "Zone" z join "Zone" inside on inside."path" like z."path" || '%' where z."slug" = ${zone})`),
        ]
      : []),
  ];
}

/**
 * Every organisation that this person may see, published or not, by name. The words of `q` must each stand somewhere in
 * the name, the acronym or an alias, accents or not: in the folded forms that the database keeps.
 */
export async function listForStaff(actor: Actor, query: StaffListQuery): Promise<{ total: number; items: StaffListItem[] }> {
  const db = database();
  const { q, page } = query;
  const words = fold(joinAcronyms(q)).split(" ").filter(Boolean).slice(0, 10);
  const conditions = [
    seenEntries(actor),
    ...words.map((word) => Prisma.sql`(strpos(o."nameWords", ${word}) > 0 or strpos(other."words", ${word}) > 0)`),
    ...filtersOf(query),
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
