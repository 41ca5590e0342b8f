/**
 * Why a database did not do what it was asked:
 * - `lost`: it, or the way to it, is not there;
 * - `refused`: it does not let us in, or has no such database: a setting is wrong;
 * - `conflict`: it ended the work for the sake of other work, as a replica does to go on replaying the primary's;
 * - `too_long`: the query ran longer than it may (57014);
 * - `busy`: every connection that we may open stayed taken.
 */
export type DatabaseTrouble = "lost" | "refused" | "conflict" | "too_long" | "busy";

/** SQLSTATE, and the codes and kinds by which Prisma says the same. */
const CODES: readonly [DatabaseTrouble, RegExp][] = [
  ["too_long", /^57014$/],
  ["conflict", /^(40001|40P01|P2034|TransactionWriteConflict)$/],
  ["refused", /^(28...|3D000|P1000|P1003|P1010|AuthenticationFailed|DatabaseAccessDenied|DatabaseDoesNotExist)$/],
  ["busy", /^(P2024|P2028)$/],
  // Connection exceptions, too few resources, shutting down or starting, system errors; then Node's names of the network's.
  ["lost", /^(08...|53...|57P0.|58...|P1001|P1002|P1008|P1011|P1017|P2037)$/],
  ["lost", /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/],
  ["lost", /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/],
];

/** Errors of `pg` that have no code. */
const MESSAGES: readonly [DatabaseTrouble, RegExp][] = [
  ["busy", /^timeout exceeded when trying to connect/],
  ["lost", /^(Connection terminated|Query read timeout|Client has encountered a connection error|Cannot use a pool after)/],
];

/** Causes are nested a few deep: Prisma's error, the adapter's, PostgreSQL's own. */
const DEEPEST = 6;

type Thrown = {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
};

/** What an error and the errors inside it say of themselves. */
function said(error: unknown, depth = 0): { codes: string[]; messages: string[] } {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return { codes: [], messages: [] };
  const { code, originalCode, kind, message, cause, errors, meta } = error as Thrown;
  const texts = (values: unknown[]) => values.filter((value) => typeof value === "string");
  const inner = [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])].map((each) => said(each, depth + 1));
  return {
    codes: [...texts([originalCode, code, kind]), ...inner.flatMap(({ codes }) => codes)],
    messages: [...texts([message]), ...inner.flatMap(({ messages }) => messages)],
  };
}

/** The trouble that an error of PostgreSQL, Node or Prisma tells of, also where one wraps the other; null for any other error. */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  const { codes, messages } = said(error);
  const found =
    CODES.find(([, pattern]) => codes.some((code) => pattern.test(code))) ?? MESSAGES.find(([, pattern]) => messages.some((message) => pattern.test(message)));
  return found?.[0] ?? null;
}

/**
 * Whether an error says that the database does not answer now, or not in time: something that passes, and no fault of
 * the program or its settings.
 */
export function isUnavailable(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble === "lost" || trouble === "too_long" || trouble === "busy";
}

/** Whether the error came from a database at all, through Prisma or not. */
export const isDatabaseError = (error: unknown): boolean =>
  troubleOf(error) !== null || said(error).codes.some((code) => /^(P\d{4}|[0-9][0-9A-Z]{4})$/.test(code));
