import "server-only";
import { database, type Db } from "./client";

/**
 * The time by the database's clock: the beginning of the transaction, or now outside one. What is kept as a time is this, since the
 * clocks of servers may be wrong, each in its own way.
 */
export async function databaseTime(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', now()) AS now`;
  return row!.now;
}

/** Now, by the same clock. */
export const databaseNow = (): Promise<Date> => databaseTime(database());
