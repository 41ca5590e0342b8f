import { composeFields } from "@/domain/compose";
import { fieldOf, NOTHING_SAID, type FieldCode } from "@/domain/fields";
import { nounField } from "@/domain/nouns";
import { changedFields } from "@/domain/saying";
import type { ChangeItem } from "../change/change-set";
import { saidOf, type KeptStatement } from "../change/statements";
import type { Db } from "../client";
import type { ImportedStatement } from "../sources/adapter";
import type { ReleasedOrganisation } from "./read";
import { staffKey, type Differences } from "./statements";

export type OrganisationCounts = {
  added: number;
  updated: number;
  unchanged: number;
  /** Of which at least one field that the files speak of stands as staff changed it. */
  keptForStaff: number;
};

/** The organisations by slug; which of them are new, and which were there before. */
export type WrittenOrganisations = { ids: ReadonlyMap<string, number>; added: ReadonlySet<number>; present: readonly number[] };

/**
 * Adds the organisations that the database does not have, published at once and dated from the files that give them. An address that
 * another entry had before leads to that entry.
 */
export async function writeNewOrganisations(db: Db, given: readonly ReleasedOrganisation[], now: Date): Promise<WrittenOrganisations> {
  const slugs = given.map(({ slug }) => slug);
  const stored = await db.$queryRaw<{ slug: string; id: number }[]>`
    SELECT "slug", "id" FROM "Organisation" WHERE "slug" = ANY (${slugs}) UNION ALL SELECT "slug", "organisationId" FROM "Redirect" WHERE "slug" = ANY (${slugs})`;
  const ids = new Map(stored.map(({ slug, id }) => [slug, id]));
  const rows = given.filter(({ slug }) => !ids.has(slug)).map(({ released, ...row }) => ({ ...row, createdAt: released, updatedAt: released }));
  const added = new Set<number>();
  const created = await db.$queryRaw<{ slug: string; id: number }[]>`
    INSERT INTO "Organisation" ("slug", "name", "kind", "publishedAt", "createdAt", "updatedAt")
    SELECT "slug", "name", "kind", ${now}, "createdAt", "updatedAt" FROM json_populate_recordset(null::"Organisation", ${JSON.stringify(rows)}::json)
    RETURNING "slug", "id"`;
  for (const { slug, id } of created) {
    ids.set(slug, id);
    added.add(id);
  }
  return { ids, added, present: [...new Set(stored.map(({ id }) => id))] };
}

/** Other organisations of the database that are named as a value, by slug. */
export async function namedOrganisations(db: Db, said: readonly ImportedStatement[], given: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
  const shapeOf = (statement: ImportedStatement) =>
    ("entity" in statement ? nounField(statement.entity.noun, statement.field) : fieldOf(statement.field as FieldCode))?.shape;
  const named = said.flatMap((statement) => (shapeOf(statement) === "organisation" && !given.has(statement.value) ? [statement.value] : []));
  if (named.length === 0) return given;
  const rows = await db.$queryRaw<{ slug: string; id: number }[]>`SELECT "slug", "id" FROM "Organisation" WHERE "slug" = ANY (${[...new Set(named)]})`;
  return new Map([...given, ...rows.map(({ slug, id }): [string, number] => [slug, id])]);
}

/** The same with the entry that stays in the place of each that was merged. */
export async function throughMerges(db: Db, ids: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
  const merged = await db.organisation.findMany({ where: { mergedIntoId: { not: null } }, select: { id: true, mergedIntoId: true } });
  const into = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId!]));
  const follow = (id: number): number => (into.has(id) ? follow(into.get(id)!) : id);
  return new Map([...ids].map(([slug, id]) => [slug, follow(id)]));
}

/** What a statement looks like beside those that the database holds, to tell what a field would show. */
function asSaid(statement: ImportedStatement, madeBy: number): KeptStatement {
  const { field, value, language = null, contact = null, basis, source, place, lineStart, lineEnd, words } = statement;
  const { cited = true, since = null, until = null, openList = false } = statement;
  return {
    ...{ field: field as KeptStatement["field"], value, language, contact, basis, source, place, lineStart, lineEnd, words, cited, since, until, openList },
    ...{ id: 0, otherId: null, position: 0, sourceTitle: "", sourcePublishedOn: null, correctedOn: null, sourceOrder: 0, saidOn: null, madeBy, byStaff: false },
  };
}

/**
 * Dates entries from the release of the files that say something else of them than before. None goes back: what staff, or a later
 * release, changed since is the last change.
 * @param released by the number of the source
 */
export async function dateOrganisations(db: Db, { made, withdrawn }: Differences, released: ReadonlyMap<number, Date>): Promise<void> {
  const days = new Map<number, Date>();
  for (const { organisationId: id, sourceId } of [...made, ...withdrawn]) {
    const day = released.get(sourceId);
    if (id && day && day > (days.get(id) ?? 0)) days.set(id, day);
  }
  const rows = JSON.stringify([...days].map(([id, updatedAt]) => ({ id, updatedAt })));
  await db.$executeRaw`
    UPDATE "Organisation" o SET "updatedAt" = w."updatedAt" FROM json_populate_recordset(null::"Organisation", ${rows}::json) w
    WHERE o."id" = w."id" AND o."updatedAt" < w."updatedAt"`;
}

/**
 * The history of an import: none but the fact for a new organisation; for one that was there, each field that shows something else. An
 * organisation of which only the places of what is said moved has changed in its statements.
 */
export async function organisationChanges(
  db: Db,
  said: readonly ImportedStatement[],
  { made, withdrawn }: Differences,
  { ids, added }: WrittenOrganisations,
  staff: ReadonlySet<string>,
): Promise<{ items: ChangeItem[]; counts: OrganisationCounts; changed: number[] }> {
  const touched = new Set([...made.flatMap(({ organisationId }) => organisationId ?? []), ...withdrawn.flatMap(({ organisationId }) => organisationId ?? [])]);
  const updated = [...touched].filter((id) => !added.has(id));
  const before = await saidOf(db, updated);
  const gone = new Set(withdrawn.map(({ id }) => id));
  const wanted = new Map<number, KeptStatement[]>(updated.map((id) => [id, []]));
  const kept = new Set<number>();
  for (const statement of said) {
    if (!("organisation" in statement)) continue;
    const id = ids.get(statement.organisation)!;
    if (staff.has(staffKey(id, statement.field))) kept.add(id);
    else wanted.get(id)?.push(asSaid(statement, 0));
  }
  const items = updated.flatMap((id): ChangeItem[] => {
    const old = before.get(id)!;
    // What the files give takes the place of all that an import said; what staff says stands.
    const standing = old.filter((item) => item.byStaff || (!gone.has(item.id) && staff.has(staffKey(id, item.field))));
    const changes = changedFields(old.length === 0 ? NOTHING_SAID : composeFields(old), composeFields([...wanted.get(id)!, ...standing]));
    return changes.length === 0 ? [{ organisationId: id, field: "statements" }] : changes.map((change) => ({ organisationId: id, ...change }));
  });
  if (updated.length > 0) await db.$executeRaw`UPDATE "Organisation" SET "version" = "version" + 1 WHERE "id" = ANY (${updated}::int[])`;
  const total = ids.size;
  return {
    items: [...[...added].map((organisationId) => ({ organisationId, field: null })), ...items],
    counts: { added: added.size, updated: updated.length, unchanged: total - added.size - updated.length, keptForStaff: kept.size },
    changed: [...added, ...updated],
  };
}
