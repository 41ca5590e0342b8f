import "server-only";
import type { BatchState } from "@/domain/import";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { database } from "../client";
import type { Prisma } from "../generated/prisma/client";
import type { BatchFailure } from "./staging";

/** How often a work says how far it is. */
const BEAT_MS = 2000;
const SILENT_SECONDS = 20;

/** A work that another one took over. */
export class TakenOver extends Error {}

export type Work = {
  /** Which work it is. */ run: number;
  /** Says how many rows are done. */ progress: (done: number) => void;
};

/** A work that goes on; its end is for who wants to wait for it, and never fails. */
export type Begun = { end: Promise<void> };

/** A work that is asked for: from which states it begins, in which the batch is meanwhile, and in which it is when the work fails. */
type Asked = { from: readonly BatchState[]; during: "reading" | "writing"; otherwise: BatchState };

/**
 * Begins a work on a batch, unless one goes on already; one whose process died is taken over. The work goes on by itself, and says how
 * far it is.
 * @returns null when there is nothing to begin
 */
export async function beginWork(id: number, { from, during, otherwise }: Asked, work: (own: Work) => Promise<BatchFailure | null>): Promise<Begun | null> {
  const db = database();
  const [row] = await db.$queryRaw<{ run: number }[]>`
    UPDATE "ImportBatch" SET "state" = ${during}, "done" = 0, "failure" = NULL, "beatAt" = now(), "run" = "run" + 1
    WHERE "id" = ${id} AND "emptiedAt" IS NULL AND ("state" = ANY (${[...from]}::text[])
      OR ("state" IN ('reading', 'writing') AND "changeSetId" IS NULL AND "beatAt" < now() - make_interval(secs => ${SILENT_SECONDS}::int)))
    RETURNING "run"`;
  if (!row) return null;
  let done = 0;
  const beat = setInterval(() => {
    db.$executeRaw`UPDATE "ImportBatch" SET "done" = ${done}, "beatAt" = now() WHERE "id" = ${id} AND "run" = ${row.run} AND "state" = ${during}`.catch(
      () => undefined,
    );
  }, BEAT_MS);
  const fail = async (failure: BatchFailure) => {
    const written = failure as unknown as Prisma.InputJsonValue;
    await db.importBatch.updateMany({ where: { id, run: row.run, state: during }, data: { state: otherwise, failure: written } });
  };
  const end = work({ run: row.run, progress: (count) => (done = count) })
    .then((failure) => (failure ? fail(failure) : undefined))
    .catch(async (error: unknown) => {
      if (error instanceof TakenOver) return;
      logger.error({ err: error, batch: id }, "An import stopped");
      await fail({ reason: isUnavailable(error) ? "unavailable" : "failed" }).catch(() => undefined);
    })
    .finally(() => clearInterval(beat));
  return { end };
}
