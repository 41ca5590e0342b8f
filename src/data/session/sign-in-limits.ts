import "server-only";
import { networkOf } from "@/lib/http/network";
import { isRefusal, limitKey, rateLimiter } from "../rate-limiter";

export const SIGN_IN_LIMITS = {
  /** A browser in which this person signed in before: it counts by itself, and no stranger uses its budget up. */
  browser: { points: 8, duration: 15 * 60 },
  /** One person at one place: a few slips. */
  pair: { points: 5, duration: 15 * 60 },
  /** One address for any account: an office behind one router must still get in. */
  address: { points: 50, duration: 15 * 60 },
  /** One account from anywhere, so that many addresses do not help. */
  email: { points: 25, duration: 15 * 60 },
  /** The second factor of one person, from anywhere: whoever tries codes knows the password already. */
  code: { points: 5, duration: 15 * 60 },
} as const;
type LimitName = keyof typeof SIGN_IN_LIMITS;

const limiter = (name: LimitName) => rateLimiter(name, SIGN_IN_LIMITS[name]);

/** Who tries: the e-mail in its normal form, the address, and the browser when that is known to be this person's. */
export type Attempt = { email: string; address: string; browser?: string | null };

/** The budgets that an attempt uses, the narrowest first. */
function budgetsOf({ email, address, browser }: Attempt): { name: LimitName; key: string }[] {
  if (browser) return [{ name: "browser", key: limitKey(`${email} ${browser}`) }];
  const place = networkOf(address);
  return [
    { name: "pair", key: limitKey(`${email} ${place}`) },
    { name: "address", key: limitKey(place) },
    { name: "email", key: limitKey(email) },
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
      if (!isRefusal(refused)) throw refused;
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

/** Counts a try of a person's second factor; one that is refused counts nowhere. @returns seconds to wait before another is looked at; 0 when this one may */
export async function countCodeTry(userId: number): Promise<number> {
  const key = limitKey(String(userId));
  try {
    await limiter("code").consume(key);
    return 0;
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
    await limiter("code").reward(key);
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** Forgets the tries before the right code. */
export const forgetCodeTries = async (userId: number): Promise<void> => void (await limiter("code").delete(limitKey(String(userId))));
