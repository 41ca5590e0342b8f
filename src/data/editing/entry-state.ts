import "server-only";
import type { VerificationMeans } from "@/domain/vocabularies";
import { eachBatch } from "../batches";
import type { Db } from "../client";

/** Writes since when entries are published, which the caller's change set tells. @param at null: they are not */
export const writePublished = (tx: Db, ids: readonly number[], at: Date | null): Promise<void> =>
  eachBatch(ids, (part) => tx.$executeRaw`UPDATE "Organisation" SET "publishedAt" = ${at}::timestamptz WHERE "id" = ANY (${part}::int[])`);

/** Writes when and how entries were verified, which the caller's change set tells. @param how null: nobody noted it */
export const writeVerified = (tx: Db, ids: readonly number[], at: Date, how: VerificationMeans | null): Promise<void> =>
  eachBatch(
    ids,
    (part) => tx.$executeRaw`UPDATE "Organisation" SET "verifiedAt" = ${at}, "verifiedHow" = ${how}::"VerificationMeans" WHERE "id" = ANY (${part}::int[])`,
  );
