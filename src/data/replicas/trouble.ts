/**
 * Why a database did not answer a reading:
 * - `lost`: it, or the way to it, is not there;
 * - `conflict`: a replica ended the query to go on replaying what the primary wrote;
 * - `too_long`: the query ran longer than readings may (57014);
 * - `busy`: every connection that we may open stayed taken.
 */
export type Trouble = "lost" | "conflict" | "too_long" | "busy";

/** SQLSTATE: connection exceptions, refused accounts, no such database, too few resources, shutting down, system errors. */
const LOST_STATES = /^(08...|28...|3D000|53...|57P0.|58...)$/;

/** As Node and Prisma name an address at which nobody answers. */
const LOST_CODES = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  ...["P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1011", "P1017", "P2037"],
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TlsConnectionError", "TooManyConnections"],
]);

/** Errors of `pg` that have no code. */
const LOST_WORDS = /^(Connection terminated|Query read timeout|Client has encountered a connection error|Cannot use a pool after)/;
const BUSY_WORDS = /^timeout exceeded when trying to connect/;

/** What an error says of itself, and what the errors inside it say: Prisma wraps what the driver threw. */
function said(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { code, originalCode, kind, message, cause, meta, errors } = error as Record<string, unknown>;
  const inner = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  const own = [originalCode, code, kind, message].filter((word) => typeof word === "string");
  return [...own, ...inner.flatMap((each) => said(each, depth + 1))];
}

/** The trouble that an error of Prisma or of `pg` tells of; null when the database answered, or the fault is not its. */
export function troubleOf(error: unknown): Trouble | null {
  const words = said(error);
  const has = (test: (word: string) => boolean) => words.some(test);
  if (has((word) => word === "57014")) return "too_long";
  if (has((word) => word === "40001" || word === "40P01")) return "conflict";
  if (has((word) => BUSY_WORDS.test(word))) return "busy";
  if (has((word) => LOST_STATES.test(word) || LOST_CODES.has(word) || LOST_WORDS.test(word))) return "lost";
  return null;
}

/** Whether the error came from a database at all: a mistake of our own is not mended by asking another one. */
export const isDatabaseError = (error: unknown): boolean =>
  troubleOf(error) !== null || said(error).some((word) => /^P\d{4}$/.test(word) || /^[0-9A-Z]{5}$/.test(word));
