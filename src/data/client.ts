import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/env";
import { PrismaClient, type Prisma } from "./generated/prisma/client";

/** The client inside a transaction, or the client itself. */
export type Db = Prisma.TransactionClient;

const store = globalThis as typeof globalThis & { directoryDatabase?: PrismaClient };

/**
 * The one client of this process for what is written, and for what staff reads before it writes: always
 * the primary. Public readings go through `read`. It lives on the global object because Next loads a
 * module once for each of its layers, and each copy would open its own connections.
 */
export function database(): PrismaClient {
  store.directoryDatabase ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, connectionTimeoutMillis: 5000 }),
  });
  return store.directoryDatabase;
}
