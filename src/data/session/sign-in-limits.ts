import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "@/lib/http/network";
import { database } from "../client";

/** Attempts in a window of so many seconds; the window begins with the first attempt. */
export const SIGN_IN_LIMITS = {
  /** A browser in which this person signed in before: it counts by itself, and no stranger uses its budget up. */
  browser: { points: 8, duration: 15 * 60 },
  /** One person at one place: a few slips. */
  pair: { points: 5, duration: 15 * 60 },
  /** One address for any account: an office behind one router must still get in. */
  address: { points: 50, duration: 15 * 60 },
  /** One account from anywhere, so that many addresses do not help. */
  email: { points: 25, duration: 15 * 60 },
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

/** Who tries: the e-mail in its normal form, the address, and the browser when that is known to be this person's. */
export type Attempt = { email: string; address: string; browser?: string | null };

/** The budgets that an attempt uses, the narrowest first. */
function budgetsOf({ email, address, browser }: Attempt): { name: LimitName; key: string }[] {
  if (browser) return [{ name: "browser", key: digest(`${email} ${browser}`) }];
  const place = networkOf(address);
  return [
    { name: "pair", key: digest(`${email} ${place}`) },
    { name: "address", key: digest(place) },
    { name: "email", key: digest(email) },
  ];
}

/**
 * Counts one attempt before the password is looked at, so that many at once are all counted. One that is refused counts nowhere: whoever
 * goes on trying uses up no budget but their own.
 * @returns seconds to wait before another attempt is looked at; 0 when this one may be
 */
export async function countAttempt(attempt: Attempt): Promise<number> {
  const counted: { name: LimitName; key: string }[] = [];
  for (const budget of budgetsOf(attempt)) {
    counted.push(budget);
    try {
      await limiter(budget.name).consume(budget.key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      await Promise.all(counted.map(({ name, key }) => limiter(name).reward(key)));
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
  return 0;
}

/** Takes an attempt back whose password nobody looked at. */
export async function takeBackAttempt(attempt: Attempt): Promise<void> {
  await Promise.all(budgetsOf(attempt).map(({ name, key }) => limiter(name).reward(key)));
}

/** Forgets what a person counted up before the right password; the others' counts stay. */
export async function forgetAttempts(attempt: Attempt): Promise<void> {
  const [own, ...shared] = budgetsOf(attempt);
  await Promise.all([limiter(own!.name).delete(own!.key), ...shared.map(({ name, key }) => limiter(name).reward(key))]);
}
