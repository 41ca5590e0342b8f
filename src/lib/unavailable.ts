/** PostgreSQL: cancelled by its time limit, shutting down, too many connections; any connection exception (class 08). */
const POSTGRES = /^(57014|57P0[1-5]|53300|08\w{3})$/;
/** The network, between us and the database. */
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** Prisma: not reachable, too slow to connect, timed out, closed the connection, no free connection, no transaction in time. */
const PRISMA = /^(P1001|P1002|P1008|P1017|P2024|P2028)$/;
/** Prisma's adapter, of a connection that failed. */
const ADAPTER_KINDS = ["DatabaseNotReachable", "SocketTimeout", "ConnectionClosed", "TooManyConnections"];
/** `pg` gives these neither code nor class. */
const PG_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** Causes are nested a few deep: Prisma's error, the adapter's, PostgreSQL's own. */
const DEEPEST = 6;

type Thrown = { code?: unknown; kind?: unknown; originalCode?: unknown; message?: unknown; cause?: unknown; errors?: unknown; meta?: { driverAdapterError?: unknown } };

const matches = (pattern: RegExp, text: unknown): boolean => typeof text === "string" && pattern.test(text);

/**
 * Whether an error says that the database does not answer now, or not in time: something that
 * passes, and no fault of the program. Reads PostgreSQL's, Node's and Prisma's errors, also as they
 * wrap each other.
 */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  const { code, kind, originalCode, message, cause, errors, meta } = error as Thrown;
  if ([code, originalCode].some((given) => matches(POSTGRES, given) || matches(NETWORK, given) || matches(PRISMA, given))) return true;
  if (ADAPTER_KINDS.includes(kind as string) || matches(PG_MESSAGES, message)) return true;
  const within = [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return within.some((inner) => isUnavailable(inner, depth + 1));
}
