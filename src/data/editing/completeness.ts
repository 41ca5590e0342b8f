import "server-only";
import type { Actor } from "@/domain/actor";
import { EXPECTED_FIELDS, fieldOf, type ExpectedField } from "@/domain/fields";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "./seen";
import { seenValues } from "./staff-words";

/** Each field is a bit, so that what is known of an entry is one number. */
const bitOf = (field: ExpectedField) => 1 << EXPECTED_FIELDS.indexOf(field);

/** What an entry of the kind of `o` should tell. */
const EXPECTED = Prisma.sql`case o."kind" ${Prisma.join(
  ORGANISATION_KINDS.map((kind) => {
    const bits = EXPECTED_FIELDS.filter((field) => fieldOf(field).expectedOf?.includes(kind)).reduce((sum, field) => sum | bitOf(field), 0);
    return Prisma.raw(`when '${kind}' then ${bits}`);
  }),
  " ",
)} end`;

const USED = Prisma.sql`s."withdrawnById" is null and s."organisationId" is not null and (s."field" <> 'contacts' or s."usable" is not null)`;

/** The bit of the field of the statement `s`. Written out: to look for it in an array would take longer than to read the statements. */
const BIT_OF_SAID = Prisma.sql`case s."field" ${Prisma.raw(EXPECTED_FIELDS.map((field) => `when '${field}' then ${bitOf(field)}`).join(" "))} end`;

/** What statements tell of entries: a row of `organisationId` and `bits` each. */
const told = (table: Prisma.Sql, fields: readonly ExpectedField[], among: Prisma.Sql) => Prisma.sql`(
  select s."organisationId", bit_or(${BIT_OF_SAID}) as bits
  from ${table} s where ${USED} and s."field" = any (${[...fields]}::text[]) and ${among} group by s."organisationId")`;

/** The fields that the entry `o` lacks, as bits, beside {@link joinKnown}. */
const LACKING = Prisma.sql`(${EXPECTED} & ~(coalesce(known."bits", 0) | coalesce(kept."bits", 0)))`;
/**
 * What is known of the entries `o` to this person, by public and by restricted values. They are joined one after the other: the public ones come
 * in the order of their index. @param fields those that are asked about; the bits of others mean nothing. @param among a condition on the statements `s`
 */
export const joinKnown = (actor: Actor, fields: readonly ExpectedField[] = EXPECTED_FIELDS, among = Prisma.sql`true`): Prisma.Sql => Prisma.sql`
  left join ${told(Prisma.sql`"Statement"`, fields, among)} known on known."organisationId" = o."id"
  left join ${told(Prisma.sql`"RestrictedStatement"`, fields, Prisma.sql`${among} and ${seenValues(actor)}`)} kept on kept."organisationId" = o."id"`;
export const lacks = (field: ExpectedField): Prisma.Sql => Prisma.sql`${LACKING} & ${bitOf(field)}::int <> 0`;
export const lacksNothing = Prisma.sql`${LACKING} = 0`;
/** How many fields it lacks. */
export const LACKING_COUNT = Prisma.sql`bit_count(${LACKING}::bit(32))`;

/** By slug, the fields that these entries lack, in the order of the table of fields. */
export async function lackingOf(actor: Actor, slugs: readonly string[]): Promise<ReadonlyMap<string, ExpectedField[]>> {
  const among = Prisma.sql`s."organisationId" in (select "id" from "Organisation" where "slug" = any (${[...slugs]}))`;
  const rows = await database().$queryRaw<{ slug: string; bits: number }[]>`
    select o."slug", ${LACKING} as bits from "Organisation" o ${joinKnown(actor, EXPECTED_FIELDS, among)} where o."slug" = any (${[...slugs]}) and ${seenEntries(actor)}`;
  return new Map(rows.map(({ slug, bits }) => [slug, EXPECTED_FIELDS.filter((field) => (bits & bitOf(field)) !== 0)]));
}
