import "server-only";
import type { Actor } from "@/domain/actor";
import { EXPECTED_FIELDS, type ExpectedField } from "@/domain/fields";
import { STALE_DAYS } from "@/domain/verification";
import type { OrganisationKind } from "@/domain/vocabularies";
import { Prisma } from "../generated/prisma/client";
import { joinKnown, LACKING_COUNT, lacks, lacksNothing } from "./completeness";
import { seenEntries } from "./seen";
import { namedByAll, withWords } from "./staff-words";

/** `current`: neither archived nor merged. `restricted`: published or not, the public may not see it. */
export const STAFF_STATES = ["current", "published", "draft", "restricted", "archived", "merged"] as const;
export type StaffState = (typeof STAFF_STATES)[number];

/** Whether an entry tells all that one of its kind should. */
export const COMPLETENESS = ["complete", "incomplete"] as const;
export type Completeness = (typeof COMPLETENESS)[number];

/** When it was verified: never, or not for so many days. */
export const FRESHNESS = ["never", "half_year", "year"] as const;
export type Freshness = (typeof FRESHNESS)[number];

export const MISSING_FIELDS = EXPECTED_FIELDS;

/** `verification`: those never verified, then those verified longest ago. `missing`: those that lack most. */
export const STAFF_ORDERS = ["verification", "missing"] as const;
export type StaffOrder = (typeof STAFF_ORDERS)[number];

/** Of each filter a value, or nothing; `zone` and `source`: a slug; `changedBy`: the account of who changed it last. */
export type StaffListQuery = {
  q: string;
  page: number;
  state?: StaffState | null;
  kind?: OrganisationKind | null;
  missing?: ExpectedField | null;
  completeness?: Completeness | null;
  freshness?: Freshness | null;
  zone?: string | null;
  theme?: string | null;
  need?: string | null;
  /** A class of partners. */
  partner?: string | null;
  source?: string | null;
  changedBy?: number | null;
  /** By name without it. */
  order?: StaffOrder | null;
};

const CURRENT = Prisma.sql`o."archivedAt" is null and o."mergedIntoId" is null`;
const STATES: Record<StaffState, Prisma.Sql> = {
  current: CURRENT,
  published: Prisma.sql`o."publishedAt" is not null and o."visibility" = 'public'`,
  draft: Prisma.sql`o."publishedAt" is null and ${CURRENT}`,
  restricted: Prisma.sql`o."visibility" <> 'public'`,
  archived: Prisma.sql`o."archivedAt" is not null`,
  merged: Prisma.sql`o."mergedIntoId" is not null`,
};

/** What holds of the entry `o`, narrowed by a condition on the statement `s`. */
const isSaid = (condition: Prisma.Sql) =>
  Prisma.sql`exists (select from "Statement" s where s."organisationId" = o."id" and s."withdrawnById" is null and ${condition})`;

/** The conditions of the filters that are chosen. */
function filtersOf({ state, kind, missing, completeness, freshness, zone, theme, need, partner, source, changedBy }: StaffListQuery): Prisma.Sql[] {
  const days = freshness && freshness !== "never" ? STALE_DAYS[freshness] : 0;
  return [
    ...(kind ? [Prisma.sql`o."kind" = ${kind}::"OrganisationKind"`] : []),
    ...(state ? [STATES[state]] : []),
    ...(missing ? [lacks(missing)] : []),
    ...(completeness ? [completeness === "complete" ? lacksNothing : Prisma.sql`not (${lacksNothing})`] : []),
    ...(freshness ? [CURRENT] : []),
    ...(freshness === "never" ? [Prisma.sql`o."verifiedAt" is null`] : []),
    ...(days > 0 ? [Prisma.sql`o."verifiedAt" < now() - make_interval(days => ${days}::int)`] : []),
    ...Object.entries({ themes: theme, needs: need, partner_classes: partner }).flatMap(([field, code]) =>
      code ? [isSaid(Prisma.sql`s."field" = ${field} and s."code" = ${code}`)] : [],
    ),
    ...(source ? [isSaid(Prisma.sql`s."sourceId" = (select "id" from "Source" where "slug" = ${source})`)] : []),
    ...(zone
      ? [
          isSaid(Prisma.sql`s."organisationId" is not null and s."field" = 'zones' and s."valueZoneId" = any (array(
            select inside."id" from "Zone" z join "Zone" inside on inside."path" like z."path" || '%' where z."id" = (
              select coalesce("mergedIntoId", "id") from "Zone" where "slug" = ${zone})))`),
        ]
      : []),
    ...(changedBy
      ? [
          Prisma.sql`o."id" in (select i."organisationId" from "ChangeSet" c join "ChangeItem" i on i."changeSetId" = c."id"
            where c."actorId" = ${changedBy} and i."id" = (select max(last."id") from "ChangeItem" last where last."organisationId" = i."organisationId"))`,
        ]
      : []),
  ];
}

/**
 * The entries that a query finds, as the table `matching`: those that this person may see, that have every term of `q` in their name or in a
 * value that this person may see, and that pass the filters. `lacking`: how many fields each lacks, when the query is about that. `named`: whether
 * the name has all of `q`. It holds all that a list is put in order by, so that the entries themselves are read for one page alone.
 */
export function matchingSql(actor: Actor, query: StaffListQuery): Prisma.Sql {
  const { tables, joins } = withWords(actor, query.q);
  const { missing, completeness, order, zone, theme, need, partner, source, changedBy } = query;
  const isAboutAll = completeness || order === "missing";
  const isKnown = isAboutAll || missing;
  // What is long to find is found once, and then counted and put in order. The rest is read in the order of names, as far as a page goes.
  const once = tables.length > 0 || isKnown || zone || theme || need || partner || source || changedBy;
  const matching = Prisma.sql`matching as ${Prisma.raw(once ? "materialized" : "not materialized")} (
    select o."id", o."nameKey", o."verifiedAt", ${order ? Prisma.sql`false` : namedByAll(query.q)} as named, ${isKnown ? LACKING_COUNT : Prisma.sql`0`} as lacking from "Organisation" o ${joins} ${isKnown ? joinKnown(actor, isAboutAll || !missing ? EXPECTED_FIELDS : [missing]) : Prisma.empty} where ${Prisma.join([seenEntries(actor), ...filtersOf(query)], " and ")})`;
  return Prisma.sql`with ${Prisma.join([...tables, matching], ", ")}`;
}
