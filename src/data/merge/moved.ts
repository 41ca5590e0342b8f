import "server-only";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";

export type Pair = { survivorId: number; mergedId: number };

/**
 * What names an entry and is no statement: proposals of readers, cells of transcribed tables by table, row, column and position, and what staff keep
 * of it for themselves.
 */
export type Moved = {
  proposals: number[];
  cells: [table: number, row: number, column: number, position: number][];
  kept: Record<Kept, number[]>;
  importKeys: [source: number, column: string, key: string][];
  /** People who might edit the merged one alone, and may edit the survivor since; merges of before this was kept moved none. */
  editors?: number[];
};

/** Tables of which each row is about one entry, by number. */
const KEPT = ["Consent", "StaffNote", "StaffTask"] as const;
type Kept = (typeof KEPT)[number];

/** Of a contact that both have, the consent of the survivor holds. */
const ONE_HOLDS = (survivorId: number) => Prisma.sql`AND NOT ("withdrawnAt" IS NULL AND EXISTS (
  SELECT FROM "Consent" own WHERE own."organisationId" = ${survivorId} AND own."channel" = "Consent"."channel" AND own."raw" = "Consent"."raw" AND own."withdrawnAt" IS NULL))`;

/** Gives the survivor what names the merged one. @returns what that was, to be given back */
export async function moveRows(tx: Db, { survivorId, mergedId }: Pair): Promise<Moved> {
  const proposals = await tx.$queryRaw<{ id: number }[]>`
    UPDATE "Proposal" SET "organisationId" = ${survivorId} WHERE "organisationId" = ${mergedId} RETURNING "id"`;
  const cells = await tx.$queryRaw<{ tableId: number; row: number; column: number; position: number }[]>`
    UPDATE "SourceCell" SET "organisationId" = ${survivorId} WHERE "organisationId" = ${mergedId} RETURNING "tableId", "row", "column", "position"`;
  const kept: Moved["kept"] = { Consent: [], StaffNote: [], StaffTask: [] };
  for (const table of KEPT) {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE ${Prisma.raw(`"${table}"`)} SET "organisationId" = ${survivorId} WHERE "organisationId" = ${mergedId} ${table === "Consent" ? ONE_HOLDS(survivorId) : Prisma.empty} RETURNING "id"`;
    kept[table] = rows.map(({ id }) => id);
  }
  const keys = await tx.$queryRaw<{ sourceId: number; column: string; key: string }[]>`
    UPDATE "ImportKey" SET "organisationId" = ${survivorId} WHERE "organisationId" = ${mergedId} RETURNING "sourceId", "column", "key"`;
  const editors = await tx.$queryRaw<{ userId: number }[]>`
    INSERT INTO "UserOrganisation" ("userId", "organisationId") SELECT "userId", ${survivorId} FROM "UserOrganisation" WHERE "organisationId" = ${mergedId}
    ON CONFLICT DO NOTHING RETURNING "userId"`;
  return {
    proposals: proposals.map(({ id }) => id),
    cells: cells.map(({ tableId, row, column, position }) => [tableId, row, column, position]),
    kept,
    importKeys: keys.map(({ sourceId, column, key }) => [sourceId, column, key]),
    editors: editors.map(({ userId }) => userId),
  };
}

/** Gives back what a merge moved and still names the survivor. */
export async function moveRowsBack(tx: Db, { survivorId, mergedId }: Pair, { proposals, cells, kept, importKeys, editors = [] }: Moved): Promise<void> {
  await tx.proposal.updateMany({ where: { id: { in: proposals }, organisationId: survivorId }, data: { organisationId: mergedId } });
  for (const [tableId, row, column, position] of cells)
    await tx.sourceCell.updateMany({ where: { tableId, row, column, position, organisationId: survivorId }, data: { organisationId: mergedId } });
  for (const table of KEPT)
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET "organisationId" = ${mergedId} WHERE "id" = ANY (${kept[table]}::int[]) AND "organisationId" = ${survivorId}`;
  for (const [sourceId, column, key] of importKeys)
    await tx.importKey.updateMany({ where: { sourceId, column, key, organisationId: survivorId }, data: { organisationId: mergedId } });
  await tx.userOrganisation.deleteMany({ where: { organisationId: survivorId, userId: { in: editors } } });
}
