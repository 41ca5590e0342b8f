import "server-only";
import type { Actor } from "@/domain/actor";
import { fileName, fileTypeOf, LARGEST_FILE_BYTES, MOST_FILES, type FileVisibility } from "@/domain/source-file";
import { acceptChangeSet } from "../change/change-set";
import { publishEverythingElse } from "../change/project";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";
import { fileOf, type SourceFileContent, type StaffSourceFile } from "../source/files";
import { inTransaction } from "./refusable";

/** What the history says of a file: its name may tell what it must not, and goes with it. */
const FILE_FIELD = "file";

/** The files of a source, those for the consortium too. */
export function filesForStaff(_actor: Actor, slug: string): Promise<StaffSourceFile[]> {
  return database().$queryRaw<StaffSourceFile[]>`
    SELECT f."id", f."name", f."type", f."size", f."visibility", f."addedAt", u."name" AS "addedBy"
    FROM "SourceFile" f JOIN "Source" d ON d."id" = f."sourceId" JOIN "User" u ON u."id" = f."addedById" WHERE d."slug" = ${slug} ORDER BY f."id"`;
}

/** A file for staff to download. */
export const fileForStaff = (_actor: Actor, slug: string, id: number): Promise<SourceFileContent | null> => fileOf(database(), slug, id, Prisma.sql`true`);

export type FileResult = { ok: true } | { ok: false; reason: "empty" | "too_large" | "wrong_type" | "too_many" | "gone" };

/**
 * Keeps a file that proves what a source says.
 * @param actor who adds it; the caller has asked `canEditSource`
 */
export async function addSourceFile(
  actor: Actor,
  slug: string,
  { name, bytes, visibility }: { name: string; bytes: Uint8Array<ArrayBuffer>; visibility: FileVisibility },
): Promise<FileResult> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > LARGEST_FILE_BYTES) return { ok: false, reason: "too_large" };
  const type = fileTypeOf(bytes);
  if (!type) return { ok: false, reason: "wrong_type" };
  return inTransaction<FileResult>(async (tx) => {
    const [source] = await tx.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Source" WHERE "slug" = ${slug} AND "kind" <> 'correction' FOR UPDATE`;
    if (!source) return { ok: false, reason: "gone" };
    if ((await tx.sourceFile.count({ where: { sourceId: source.id } })) >= MOST_FILES) return { ok: false, reason: "too_many" };
    await tx.sourceFile.create({
      data: { sourceId: source.id, name: fileName(name, type), type, bytes, size: bytes.length, visibility, addedById: actor.id },
    });
    await acceptChangeSet(
      tx,
      { author: { actor }, action: "updated" },
      { items: [{ sourceId: source.id, field: FILE_FIELD, after: { type, size: bytes.length, visibility } }] },
    );
    if (visibility === "public") await publishEverythingElse(tx);
    return { ok: true };
  });
}

/** Removes a file for good; the history keeps that there was one. */
export async function removeSourceFile(actor: Actor, slug: string, id: number): Promise<FileResult> {
  return inTransaction<FileResult>(async (tx) => {
    const [file] = await tx.$queryRaw<{ sourceId: number; type: string; size: number; visibility: FileVisibility }[]>`
      DELETE FROM "SourceFile" f USING "Source" d WHERE d."id" = f."sourceId" AND d."slug" = ${slug} AND f."id" = ${id}
      RETURNING f."sourceId", f."type", f."size", f."visibility"`;
    if (!file) return { ok: false, reason: "gone" };
    const { sourceId, ...before } = file;
    await acceptChangeSet(tx, { author: { actor }, action: "updated" }, { items: [{ sourceId, field: FILE_FIELD, before }] });
    if (file.visibility === "public") await publishEverythingElse(tx);
    return { ok: true };
  });
}
