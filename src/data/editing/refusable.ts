import "server-only";
import { database, type Db } from "../client";

/** Undoes a transaction whose outcome is an expected refusal. */
class Refused<Result> extends Error {
  constructor(readonly result: Result) {
    super("refused");
  }
}

/** Does some work in a transaction, and undoes it when its result is a refusal. @param limits in milliseconds, for work on many entries */
export async function inTransaction<Result extends { ok: boolean }>(
  work: (tx: Db) => Promise<Result>,
  limits?: { maxWait: number; timeout: number },
): Promise<Result> {
  try {
    return await database().$transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    }, limits);
  } catch (error) {
    if (error instanceof Refused) return error.result as Result;
    throw error;
  }
}
