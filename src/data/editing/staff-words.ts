import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { FIELD_OF_VOCABULARY } from "@/domain/fields";
import { staffTerms, toTsquery, type Term } from "@/domain/staff-words";
import type { ContactChannel } from "@/domain/vocabularies";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "./seen";

/** What a person may see of the restricted values called `s`. */
export const seenValues = (actor: Actor): Prisma.Sql => Prisma.sql`s."visibility" = any (${[...visibilitiesSeenBy(actor)]}::"Visibility"[])`;

/** Statements that hold words, called `s`, as their index has them. */
const WITH_WORDS = Prisma.sql`s."withdrawnById" is null and s."organisationId" is not null and (s."text" is not null or s."raw" is not null or s."words" is not null)`;
const says = (term: Term) => Prisma.sql`said_words(s."text", s."words", s."raw", s."usable") @@ ${toTsquery(term)}::tsquery`;
/** Statements that name a zone by one of its names, called `s`, as their index has them. */
const namesZone = ({ words }: Term) => Prisma.sql`s."withdrawnById" is null and s."organisationId" is not null and s."valueZoneId" = any (array(
  select n."zoneId" from "ZoneName" n where ${Prisma.join(
    words.map((word) => Prisma.sql`(' ' || n."key") like ${`% ${word}%`}`),
    " and ",
  )}))`;
/** The name and the acronym of the entry `o`, somewhere in their folded form, which the database keeps. */
const isNamed = ({ words }: Term) =>
  Prisma.join(
    words.map((word) => Prisma.sql`strpos(o."nameWords", ${word}) > 0`),
    " and ",
  );

/** The vocabularies by whose labels entries are found, as the table of labels calls them, and their fields. */
const LABELLED = Prisma.join(
  Object.entries({ typology: "typology", status: "legal_status", theme: "themes", need: "needs", partner: "partner_classes" }).map(
    ([group, field]) => Prisma.sql`(${group}, ${field})`,
  ),
);
/** The same of the terms of the consortium. */
const LOCAL_FIELDS = Prisma.join(Object.entries(FIELD_OF_VOCABULARY).map(([vocabulary, field]) => Prisma.sql`(${vocabulary}, ${field})`));
/** Shorter words stand in nearly every label. */
const SHORTEST_OF_LABEL = 3;

/** Statements of a code whose label in either language has the words, called `s`, as their index has them. */
function saysLabel(term: Term): Prisma.Sql {
  if (!term.words.some((word) => word.length >= SHORTEST_OF_LABEL)) return Prisma.sql`false`;
  const has = (words: Prisma.Sql) => Prisma.sql`to_tsvector('pg_catalog.simple', ${words}) @@ ${toTsquery(term)}::tsquery`;
  return Prisma.sql`s."withdrawnById" is null and s."organisationId" is not null and (s."code", s."field") in (
    select split_part(l."code", ':', 2), v."field" from search_label l join (values ${LABELLED}) v("group", "field") on v."group" = split_part(l."code", ':', 1)
      where ${has(Prisma.sql`l."words"`)}
    union all select t."code", v."field" from "LocalTerm" t join (values ${LOCAL_FIELDS}) v("vocabulary", "field") on v."vocabulary" = t."vocabulary"
      where num_nonnulls(t."mergedInto", t."removedAt") = 0 and ${has(Prisma.sql`fold(t."fr" || ' ' || t."en")`)})`;
}

/** Whether an entry is one of that name that this person may see. @param id of the entry */
const isOneNamed = (actor: Actor, term: Term, id: Prisma.Sql) =>
  Prisma.sql`exists (select from "Organisation" o where o."id" = ${id} and ${isNamed(term)} and ${seenEntries(actor)})`;

/** Whether the name of the entry `o` has all that is looked for. */
export const namedByAll = (q: string): Prisma.Sql => {
  const terms = staffTerms(q);
  return terms.length > 0 ? Prisma.sql`(${Prisma.join(terms.map(isNamed), " and ")})` : Prisma.sql`true`;
};

/**
 * The entries that have every term in their name, in a value that this person may see, in the label of a code or in the name of an entry that they name
 * or that is their member, as tables, and the join that keeps them of the entries `o`. Each term is a bit: the names are read once for all terms, and what
 * is found of an entry is put together once.
 */
export function withWords(actor: Actor, q: string): { tables: Prisma.Sql[]; joins: Prisma.Sql } {
  const terms = staffTerms(q);
  if (terms.length === 0) return { tables: [], joins: Prisma.empty };
  const bitOf = (index: number) => Prisma.raw(String(2 ** index));
  const bits = Prisma.join(
    terms.map((term, index) => Prisma.sql`case when ${isNamed(term)} then ${bitOf(index)} else 0 end`),
    " | ",
  );
  const named = Prisma.sql`named as materialized (select o."id", ${bits} as bits from "Organisation" o where ${seenEntries(actor)})`;
  const said = terms.flatMap((term, index) => [
    Prisma.sql`select s."organisationId", ${bitOf(index)} from "Statement" s where ${WITH_WORDS} and ${says(term)}`,
    Prisma.sql`select s."organisationId", ${bitOf(index)} from "Statement" s where ${namesZone(term)}`,
    Prisma.sql`select s."organisationId", ${bitOf(index)} from "Statement" s where ${saysLabel(term)}`,
    Prisma.sql`select s."organisationId", ${bitOf(index)} from "RestrictedStatement" s where s."withdrawnById" is null and ${seenValues(actor)} and ${says(term)}`,
  ]);
  const all = [
    Prisma.sql`select "id", bits from named where bits <> 0`,
    ...said,
    Prisma.sql`select l."organisationId", n.bits from "OrganisationLink" l join named n on n."id" = l."otherId" where n.bits <> 0`,
    Prisma.sql`select l."otherId", n.bits from "OrganisationLink" l join named n on n."id" = l."organisationId" where n.bits <> 0 and l."field" = 'networks'`,
  ];
  // Counted and not joined: the planner, which expects few, would go through one table for each row of another.
  const found = Prisma.sql`found as (
    select "id" from (${Prisma.join(all, " union all ")}) every group by "id" having bit_or(bits) = ${Prisma.raw(String(2 ** terms.length - 1))})`;
  return { tables: [named, found], joins: Prisma.sql`join found on found."id" = o."id"` };
}

/** Where a term was found that is not in the name: a field, of a contact its channel, and whether the public may not see it. */
export type FoundIn = { field: string; channel: ContactChannel | null; restricted: boolean };

/** In place of a field: the name of a member of a network, which says so of itself. */
export const MEMBERS_FOUND = "members";

/** By slug, in which values of these entries this person finds what is not in the name. */
export async function foundIn(actor: Actor, q: string, slugs: readonly string[]): Promise<ReadonlyMap<string, FoundIn[]>> {
  const terms = staffTerms(q);
  const found = new Map<string, FoundIn[]>();
  if (terms.length === 0 || slugs.length === 0) return found;
  const beside = (has: (term: Term) => Prisma.Sql) =>
    Prisma.sql`(${Prisma.join(
      terms.map((term) => Prisma.sql`(${has(term)} and not (${isNamed(term)}))`),
      " or ",
    )})`;
  const shown = Prisma.sql`o."slug" = any (${[...slugs]}) and ${seenEntries(actor)}`;
  const among = Prisma.sql`join "Organisation" o on o."id" = s."organisationId" where ${shown}`;
  const rows = await database().$queryRaw<(FoundIn & { slug: string })[]>`
    select o."slug", s."field", s."channel", false as restricted from "Statement" s ${among} and ${WITH_WORDS} and ${beside(says)}
    union select o."slug", s."field", null, false from "Statement" s ${among} and ${beside((term) => Prisma.sql`(${namesZone(term)} or ${saysLabel(term)})`)}
    union select o."slug", l."field", null, false from "OrganisationLink" l join "Organisation" o on o."id" = l."organisationId"
      where ${shown} and ${beside((term) => isOneNamed(actor, term, Prisma.sql`l."otherId"`))}
    union select o."slug", ${MEMBERS_FOUND}, null, false from "OrganisationLink" l join "Organisation" o on o."id" = l."otherId"
      where ${shown} and l."field" = 'networks' and ${beside((term) => isOneNamed(actor, term, Prisma.sql`l."organisationId"`))}
    union select o."slug", s."field", s."channel", true from "RestrictedStatement" s ${among}
      and s."withdrawnById" is null and ${seenValues(actor)} and ${beside(says)}
    order by restricted, "field", "channel"`;
  for (const { slug, ...where } of rows) found.set(slug, [...(found.get(slug) ?? []), where]);
  return found;
}
