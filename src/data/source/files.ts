import "server-only";
import type { FileType, FileVisibility } from "@/domain/source-file";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { read } from "../read";
import { isPublicSourceSql } from "./public";

/** What is known of a file without its bytes. */
export type SourceFileSummary = { id: number; name: string; type: FileType; size: number };
export type SourceFileContent = { name: string; type: FileType; bytes: Uint8Array<ArrayBuffer> };

/** The files of a source that the public may download. */
export function publicFilesOf(slug: string): Promise<SourceFileSummary[]> {
  return read(
    (db) => db.$queryRaw<SourceFileSummary[]>`
      SELECT f."id", f."name", f."type", f."size" FROM "SourceFile" f JOIN "Source" d ON d."id" = f."sourceId"
      WHERE d."slug" = ${slug} AND f."visibility" = 'public' AND ${Prisma.raw(isPublicSourceSql("d"))} ORDER BY f."id"`,
  );
}

/** A public file of a source that the public may know of; null when there is none. */
export function publicFile(slug: string, id: number): Promise<SourceFileContent | null> {
  return read((db) => fileOf(db, slug, id, Prisma.sql`f."visibility" = 'public' AND ${Prisma.raw(isPublicSourceSql("d"))}`));
}

/** A file of a source, on a condition. */
export async function fileOf(db: Db, slug: string, id: number, condition: Prisma.Sql): Promise<SourceFileContent | null> {
  const [file] = await db.$queryRaw<SourceFileContent[]>`
    SELECT f."name", f."type", f."bytes" FROM "SourceFile" f JOIN "Source" d ON d."id" = f."sourceId"
    WHERE f."id" = ${id} AND d."slug" = ${slug} AND ${condition}`;
  return file ?? null;
}

export type StaffSourceFile = SourceFileSummary & { visibility: FileVisibility; addedBy: string; addedAt: Date };
