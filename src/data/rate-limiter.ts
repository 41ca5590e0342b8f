import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, type RateLimiterRes } from "rate-limiter-flexible";
import { database } from "./client";

/** Attempts in a window of so many seconds; the window begins with the first attempt. */
export type Rate = { points: number; duration: number };

const limiters = new Map<string, RateLimiterPrisma>();

/** The one limiter of a name, whose counts stand in the database: all servers count together. */
export function rateLimiter(name: string, rate: Rate): RateLimiterPrisma {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPrisma({ storeClient: database(), tableName: "signInLimit", keyPrefix: name, ...rate });
  limiters.set(name, made);
  return made;
}

/** Whoever is counted is known by a digest. */
export const limitKey = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Whether what a limiter threw says that there is no room, and is no fault of the database. */
export const isRefusal = (thrown: unknown): thrown is RateLimiterRes => typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown;
