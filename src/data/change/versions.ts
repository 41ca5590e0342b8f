import "server-only";
import type { Actor } from "@/domain/actor";
import type { ChangeHead } from "@/domain/change";
import type { EditedRecord } from "@/domain/edited";
import { database, type Db } from "../client";
import { seenBy, seenEntries } from "../editing/seen";
import { named } from "../entity/link";
import { Prisma } from "../generated/prisma/client";
import { DECIDED } from "./history";
import { reservedFrom } from "./reserved";
import { NOW, saidAfter, type SaidThen } from "./statements";

/** A statement of an old version. Of one that is hidden, what is left is who said something, and on what ground. */
export type VersionStatement = Pick<
  SaidThen,
  "id" | "field" | "value" | "language" | "contact" | "basis" | "source" | "sourceTitle" | "place" | "lineStart" | "lineEnd" | "page" | "words" | "saidOn"
> &
  Pick<SaidThen, "since" | "until" | "about" | "moreThan" | "openList"> & { hidden: "erased" | "reserved" | null };

/** Who named the entry at that time: another entry or another record. */
export type Naming = { field: string; organisation: string | null; record: EditedRecord | null; name: string | null };

/** An entry as a change left it. */
export type Version = ChangeHead & { statements: VersionStatement[]; namedBy: Naming[] };

/** The entry, and what it says now: the number by which a restoring knows that nobody saved meanwhile. */
export type Versions<V> = { name: string; version: number; versions: V };

/** How many of those who named it are listed. */
const MOST_NAMING = 100;

function shownOf(said: SaidThen, hidden: VersionStatement["hidden"]): VersionStatement {
  const { id, field, value, language, contact, basis, source, sourceTitle, place, lineStart, lineEnd, page, words, saidOn } = said;
  const { since, until, about, moreThan, openList } = said;
  const origin = { id, field, language, basis, source, sourceTitle, place, lineStart, lineEnd, page, saidOn, openList, hidden };
  return hidden
    ? { ...origin, value: "", contact: null, words: null, since: null, until: null, about: false, moreThan: false }
    : { ...origin, value, contact, words, since, until, about, moreThan };
}

const namedAfter = (db: Db, actor: Actor, organisationId: number, changeSetId: number): Promise<Naming[]> => db.$queryRaw<Naming[]>`
  SELECT s."field", o."slug" AS organisation, coalesce(o."name", ${Prisma.raw(named("e", "fr"))}) AS name,
    CASE WHEN e."id" IS NOT NULL THEN json_build_object('edited', e."noun", 'slug', e."slug") END AS record
  FROM "Statement" s LEFT JOIN "Organisation" o ON o."id" = s."organisationId" LEFT JOIN "Entity" e ON e."id" = s."entityId"
  WHERE s."valueOrganisationId" = ${organisationId} AND s."madeById" <= ${changeSetId} AND (s."withdrawnById" IS NULL OR s."withdrawnById" > ${changeSetId})
    AND (o."id" IS NULL OR ${seenEntries(actor)})
  ORDER BY 1, 3 LIMIT ${MOST_NAMING}`;

/** What is said of an entry now, in the order of position; of values that this person may not see, who says something. Restricted values are no part of it. */
export async function presentStatements(actor: Actor, slug: string, db: Db = database()): Promise<VersionStatement[]> {
  const organisation = await db.organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true } });
  if (!organisation) return [];
  const [said, reserved] = await Promise.all([saidAfter(db, organisation.id, NOW), reservedFrom(actor, db, organisation.id)]);
  return said.map((statement) => shownOf(statement, statement.isErased ? "erased" : reserved.hides(statement) ? "reserved" : null));
}

/**
 * An entry as it was once each of these change sets was accepted, whole, with what others said of it. Restricted values are no part of it.
 * @param ids of change sets that are about the entry
 * @returns null when there is no such entry or change that this person may see
 */
export async function versionsOf<Ids extends readonly number[]>(
  actor: Actor,
  slug: string,
  ids: Ids,
  db: Db = database(),
): Promise<Versions<{ [K in keyof Ids]: Version }> | null> {
  const organisation = await db.organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true, name: true, version: true } });
  if (!organisation) return null;
  const { id: organisationId, name, version } = organisation;
  const sets = await db.changeSet.findMany({ where: { id: { in: [...ids] }, ...DECIDED, items: { some: { organisationId } } } });
  const reserved = await reservedFrom(actor, db, organisationId);
  const found = await Promise.all(
    ids.map(async (wanted): Promise<Version | null> => {
      const set = sets.find(({ id }) => id === wanted);
      if (!set) return null;
      const [said, namedBy] = await Promise.all([saidAfter(db, organisationId, set.id), namedAfter(db, actor, organisationId, set.id)]);
      const statements = said.map((statement) => shownOf(statement, statement.isErased ? "erased" : reserved.hides(statement) ? "reserved" : null));
      const { id, at, actorName: who, action, state, note } = set;
      return { id, at, who, action, state, note, statements, namedBy };
    }),
  );
  if (found.includes(null)) return null;
  return { name, version, versions: found as { [K in keyof Ids]: Version } };
}
