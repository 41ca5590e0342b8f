import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "../client";

/** Attempts in a window of so many seconds; the window begins with the first attempt. */
export const SIGN_IN_LIMITS = {
  /** One person at one place: a few slips. */
  pair: { points: 5, duration: 15 * 60 },
  /** One account from anywhere, so that many addresses do not help; wide enough that a stranger cannot easily lock a colleague out. */
  email: { points: 25, duration: 15 * 60 },
  /** One address for any account: an office behind one router must still get in. */
  address: { points: 50, duration: 15 * 60 },
} as const;
type LimitName = keyof typeof SIGN_IN_LIMITS;

const limiters = new Map<LimitName, RateLimiterPrisma>();

function limiter(name: LimitName): RateLimiterPrisma {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPrisma({
    storeClient: database(),
    tableName: "signInLimit",
    keyPrefix: name,
    ...SIGN_IN_LIMITS[name],
  });
  limiters.set(name, made);
  return made;
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

const keysOf = (email: string, address: string) =>
  ({ pair: digest(`${email} ${address}`), email: digest(email), address: digest(address) }) satisfies Record<LimitName, string>;

/**
 * Counts one attempt before the password is looked at, so that many at once are all counted.
 * @returns seconds to wait before another attempt is looked at; 0 when this one may be
 */
export async function countAttempt(email: string, address: string): Promise<number> {
  const keys = keysOf(email, address);
  const waits = await Promise.all(
    (Object.keys(SIGN_IN_LIMITS) as LimitName[]).map(async (name) => {
      try {
        await limiter(name).consume(keys[name]);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    }),
  );
  return Math.max(...waits);
}

/** Forgets what a person counted up before the right password; the others' counts stay. */
export async function forgetAttempts(email: string, address: string): Promise<void> {
  const keys = keysOf(email, address);
  await Promise.all([limiter("pair").delete(keys.pair), limiter("email").reward(keys.email), limiter("address").reward(keys.address)]);
}
