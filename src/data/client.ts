import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/env";
import { PrismaClient, type Prisma } from "./generated/prisma/client";
import { boundedConnection } from "./wire";

/** The client inside a transaction, or the client itself. */
export type Db = Prisma.TransactionClient;

const store = globalThis as typeof globalThis & { directoryDatabase?: PrismaClient };

const client = (limits: object) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, connectionTimeoutMillis: 5000, ...limits }) });

/**
 * The one client of this process for what is written, and for what staff reads before it writes: always
 * the primary. Public readings go through `read`. It lives on the global object because Next loads a
 * module once for each of its layers, and each copy would open its own connections.
 */
export function database(): PrismaClient {
  store.directoryDatabase ??= client(boundedConnection);
  return store.directoryDatabase;
}

/** The same for a command, such as an import, whose statements may take minutes; asked for before anything else asks for a client. */
export function databaseForCommand(): PrismaClient {
  store.directoryDatabase ??= client({});
  return store.directoryDatabase;
}
