import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
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

/** Whether the name of the entry `o` has all that is looked for. */
export const namedByAll = (q: string): Prisma.Sql => {
  const terms = staffTerms(q);
  return terms.length > 0 ? Prisma.sql`(${Prisma.join(terms.map(isNamed), " and ")})` : Prisma.sql`true`;
};

/**
 * For each term the entries that have it in their name or in a value that this person may see, as tables `term0`, `term1`…, and the joins
 * that keep of the entries `o` those that have all.
 */
export function withWords(actor: Actor, q: string): { tables: Prisma.Sql[]; joins: Prisma.Sql } {
  const terms = staffTerms(q);
  const tables = terms.map((term, index) => {
    const name = Prisma.raw(`term${index}`);
    return Prisma.sql`${name} as (
      select o."id" from "Organisation" o where ${isNamed(term)}
      union select s."organisationId" from "Statement" s where ${WITH_WORDS} and ${says(term)}
      union select s."organisationId" from "Statement" s where ${namesZone(term)}
      union select s."organisationId" from "RestrictedStatement" s where s."withdrawnById" is null and ${seenValues(actor)} and ${says(term)})`;
  });
  return { tables, joins: Prisma.raw(terms.map((_, index) => `join term${index} on term${index}."id" = o."id"`).join(" ")) };
}

/** Where a term was found that is not in the name: a field, of a contact its channel, and whether the public may not see it. */
export type FoundIn = { field: string; channel: ContactChannel | null; restricted: boolean };

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
  const among = Prisma.sql`join "Organisation" o on o."id" = s."organisationId" where o."slug" = any (${[...slugs]}) and ${seenEntries(actor)}`;
  const rows = await database().$queryRaw<(FoundIn & { slug: string })[]>`
    select o."slug", s."field", s."channel", false as restricted from "Statement" s ${among} and ${WITH_WORDS} and ${beside(says)}
    union select o."slug", s."field", null, false from "Statement" s ${among} and ${beside(namesZone)}
    union select o."slug", s."field", s."channel", true from "RestrictedStatement" s ${among}
      and s."withdrawnById" is null and ${seenValues(actor)} and ${beside(says)}
    order by restricted, "field", "channel"`;
  for (const { slug, ...where } of rows) found.set(slug, [...(found.get(slug) ?? []), where]);
  return found;
}
