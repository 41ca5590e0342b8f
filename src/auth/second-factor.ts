import { createHash, randomInt } from "node:crypto";
import { databaseNow } from "@/data/clock";
import { countCodeTry, forgetCodeTries } from "@/data/session/sign-in-limits";
import { openSession, revokeSession, type LiveSession } from "@/data/session/sessions";
import {
  beginSecondFactor,
  confirmSecondFactor,
  demandSecondFactor,
  findSecondFactor,
  removeSecondFactor,
  spendRecoveryCode,
  spendStep,
} from "@/data/user/second-factor";
import type { Actor } from "@/domain/actor";
import { browserOf } from "@/domain/browser";
import type { UserRole } from "@/domain/vocabularies";
import { logger } from "@/lib/logger";
import { keepEvent } from "./audit";
import { canManageUsers } from "./permissions";
import { newSecret, stepOf } from "./totp";

const RECOVERY_CODES = 10;
// Without the letters and digits that are confused on paper: 16 of them are 79 bits, too many to try.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

const recoveryCode = () => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");
const digestOf = (userId: number, code: string) =>
  createHash("sha256")
    .update(`${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`)
    .digest("base64url");

type Tried = { ok: true } | { ok: false; reason: "wrong" } | { ok: false; reason: "slowed"; seconds: number };

/** Takes a code of the telephone or one of the recovery codes, each once, within the limits of tries. */
async function tryCode(userId: number, typed: string, alsoRecovery: boolean): Promise<Tried> {
  const seconds = await countCodeTry(userId);
  if (seconds > 0) {
    logger.warn({ event: "second_factor_slowed", user: userId, seconds });
    return { ok: false, reason: "slowed", seconds };
  }
  const factor = await findSecondFactor(userId);
  const step = factor && stepOf(factor.secret, typed, (await databaseNow()).getTime());
  const isRight =
    factor !== null &&
    ((step !== null && (await spendStep(userId, step))) ||
      (alsoRecovery && factor.confirmedAt !== null && (await spendRecoveryCode(userId, digestOf(userId, typed)))));
  if (!isRight) {
    logger.warn({ event: "second_factor_failed", user: userId });
    return { ok: false, reason: "wrong" };
  }
  await forgetCodeTries(userId);
  return { ok: true };
}

export type Proved = { ok: true; sessionId: string } | Exclude<Tried, { ok: true }>;

/** Opens the session that a right password began, once the code is right too; the one that waited ends. */
export async function proveSecondFactor(
  session: LiveSession,
  typed: string,
  { userAgent, address }: { userAgent: string | null; address: string },
): Promise<Proved> {
  const tried = await tryCode(session.user.id, typed, true);
  if (!tried.ok) {
    await keepEvent(tried.reason === "slowed" ? "sign_in_slowed" : "sign_in_failed", session.user.email, address, "code");
    return tried;
  }
  await revokeSession(session.id);
  const sessionId = await openSession(session.user.id, { from: browserOf(userAgent) });
  logger.info({ event: "second_factor_proved", user: session.user.id });
  await keepEvent("signed_in", session.user.email, address);
  return { ok: true, sessionId };
}

/** Makes a secret for a person who has none. */
export const beginFactor = ({ user }: LiveSession): Promise<void> => beginSecondFactor(user.id, newSecret());

/** `codes`: the recovery codes, which are returned this once and kept nowhere. */
export type FactorSet = { ok: true; codes: string[] } | Exclude<Tried, { ok: true }>;

/** Makes the second factor count once a code of it was typed, or gives new recovery codes to who has one. */
export async function confirmFactor({ id, user }: LiveSession, typed: string): Promise<FactorSet> {
  const factor = await findSecondFactor(user.id);
  const isNew = factor?.confirmedAt === null;
  const tried = await tryCode(user.id, typed, false);
  if (!tried.ok) return tried;
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  await confirmSecondFactor(
    user.id,
    codes.map((code) => digestOf(user.id, code)),
    { actor: user },
    isNew ? id : null,
  );
  logger.info({ event: isNew ? "second_factor_set" : "recovery_codes_renewed", user: user.id });
  return { ok: true, codes };
}

/** A person takes their own second factor away, with a code of it: to set up another telephone, or for good where their role need not have one. */
export async function dropFactor({ user }: LiveSession, typed: string): Promise<Tried> {
  const tried = await tryCode(user.id, typed, true);
  if (tried.ok && (await removeSecondFactor(user.id, { actor: user }))) logger.info({ event: "second_factor_removed", by: user.id, user: user.id });
  return tried;
}

/** An administrator takes the second factor of somebody away who lost their telephone and their codes. */
export async function dropFactorOf(actor: Actor, userId: number): Promise<boolean> {
  if (!canManageUsers(actor) || !(await removeSecondFactor(userId, { actor }))) return false;
  logger.info({ event: "second_factor_removed", by: actor.id, user: userId });
  return true;
}

/** An administrator says which roles must have a second factor. It counts from everybody's next page. */
export async function demandFactor(actor: Actor, roles: readonly UserRole[]): Promise<boolean> {
  if (!canManageUsers(actor)) return false;
  await demandSecondFactor(roles, actor);
  logger.info({ event: "second_factor_demanded", by: actor.id, roles });
  return true;
}
