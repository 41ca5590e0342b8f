import { countAttempt, forgetAttempts, takeBackAttempt } from "@/data/session/sign-in-limits";
import { openSession } from "@/data/session/sessions";
import { type Account, findCredentials, normaliseEmail } from "@/data/user/accounts";
import { findSecondFactor } from "@/data/user/second-factor";
import { browserOf } from "@/domain/browser";
import { Busy } from "@/lib/bounded-queue";
import { logger } from "@/lib/logger";
import { keepEvent } from "./audit";
import { accountDigest } from "./known-browser";
import { passwordMatches } from "./passwords";

export type Credentials = {
  email: string;
  password: string;
  /** The address the request came from. */
  address: string;
  /** The browser, when it is known to be this person's: see known-browser.ts. */
  browser?: string | null;
};

/** `wrong` never says which of the two was wrong, nor whether the account is closed; `ended`: a one-time password that was right, too late; `busy`: too many others sign in. */
export type PasswordCheck =
  { ok: true; account: Account } | { ok: false; reason: "wrong" | "ended" | "busy" } | { ok: false; reason: "slowed"; seconds: number };

/** Checks a password within the limits of attempts. Opens nothing. */
export async function checkPassword({ email, password, address, browser }: Credentials): Promise<PasswordCheck> {
  const attempt = { email: normaliseEmail(email), address, browser };
  const seconds = await countAttempt(attempt);
  if (seconds > 0) {
    logger.warn({ event: "sign_in_slowed", account: accountDigest(email), address, seconds });
    await keepEvent("sign_in_slowed", email, address);
    return { ok: false, reason: "slowed", seconds };
  }
  const found = await findCredentials(attempt.email);
  const matches = await passwordMatches(found?.passwordHash ?? null, password, address).catch((error: unknown) => {
    if (error instanceof Busy) return null;
    throw error;
  });
  if (matches === null) {
    await takeBackAttempt(attempt);
    return { ok: false, reason: "busy" };
  }
  if (!found || !matches || found.disabledAt) {
    logger.warn({ event: "sign_in_failed", account: accountDigest(email), address });
    await keepEvent("sign_in_failed", email, address);
    return { ok: false, reason: "wrong" };
  }
  await forgetAttempts(attempt);
  if (found.hasEnded) {
    logger.warn({ event: "one_time_password_ended", account: accountDigest(email), address });
    await keepEvent("sign_in_failed", email, address, "one_time_password_ended");
    return { ok: false, reason: "ended" };
  }
  const { id, name, email: own, role, mustChange, seesConfidential, disabledAt, createdAt } = found;
  return { ok: true, account: { id, name, email: own, role, mustChange, seesConfidential, disabledAt, createdAt } };
}

export type SignIn = { ok: true; sessionId: string; account: Account } | Exclude<PasswordCheck, { ok: true }>;

/** Checks who is there and opens a session, which tells its browser; both ways in (our page, next-auth's own route) come through here. */
export async function signIn({ userAgent = null, ...credentials }: Credentials & { userAgent?: string | null }): Promise<SignIn> {
  const checked = await checkPassword(credentials);
  if (!checked.ok) return checked;
  // Whoever has a second factor is not in yet.
  const awaitsCode = Boolean((await findSecondFactor(checked.account.id))?.confirmedAt);
  const sessionId = await openSession(checked.account.id, { from: browserOf(userAgent), awaitsCode });
  logger.info({ event: awaitsCode ? "password_proved" : "signed_in", user: checked.account.id });
  await keepEvent(awaitsCode ? "password_proved" : "signed_in", checked.account.email, credentials.address);
  return { ok: true, sessionId, account: checked.account };
}
