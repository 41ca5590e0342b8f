import { z } from "zod";
import { createAccount, findAccountById, setDisabled, setPassword, setSeesConfidential } from "@/data/user/accounts";
import type { Actor } from "@/domain/actor";
import { straightApostrophes } from "@/domain/fold";
import { USER_ROLES } from "@/domain/vocabularies";
import { logger } from "@/lib/logger";
import { hashPassword, oneTimePassword } from "./passwords";
import { canManageUsers } from "./permissions";

const newAccount = z.object({
  email: z.preprocess((value) => (typeof value === "string" ? straightApostrophes(value.trim()) : value), z.email("badEmail").max(254, "badEmail")),
  name: z.string("badName").trim().min(1, "badName").max(120, "badName"),
  role: z.enum(USER_ROLES, "badRole"),
});

export type AccountRefusal = "forbidden" | "badEmail" | "badName" | "badRole" | "exists" | "gone" | "lastAdmin" | "yourself";
export type Issued = { ok: true; email: string; password: string } | { ok: false; reason: AccountRefusal };
export type Switched = { ok: true; email: string } | { ok: false; reason: AccountRefusal };

/** Opens an account with a one-time password, which is returned this once and kept nowhere. */
export async function openAccount(actor: Actor, given: unknown): Promise<Issued> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  const parsed = newAccount.safeParse(given);
  if (!parsed.success) return { ok: false, reason: parsed.error.issues[0]?.message as AccountRefusal };
  const password = oneTimePassword();
  const account = await createAccount({ ...parsed.data, passwordHash: await hashPassword(password), mustChange: true }, { actor });
  if (!account) return { ok: false, reason: "exists" };
  logger.info({ event: "account_opened", by: actor.id, user: account.id });
  return { ok: true, email: account.email, password };
}

/** Replaces a password by a one-time one; the account's sessions end. */
export async function resetPassword(actor: Actor, id: number): Promise<Issued> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  if (id === actor.id) return { ok: false, reason: "yourself" };
  const account = await findAccountById(id);
  if (!account) return { ok: false, reason: "gone" };
  const password = oneTimePassword();
  await setPassword(id, { passwordHash: await hashPassword(password), mustChange: true }, { actor });
  logger.info({ event: "password_reset", by: actor.id, user: id });
  return { ok: true, email: account.email, password };
}

/** Closes an account at once, or opens it again. Nobody closes their own, and one administrator always stays. */
export async function switchAccount(actor: Actor, id: number, disabled: boolean): Promise<Switched> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  if (id === actor.id) return { ok: false, reason: "yourself" };
  const account = await findAccountById(id);
  if (!account) return { ok: false, reason: "gone" };
  if (!(await setDisabled(id, disabled, { actor }))) return { ok: false, reason: "lastAdmin" };
  logger.info({ event: disabled ? "account_closed" : "account_reopened", by: actor.id, user: id });
  return { ok: true, email: account.email };
}

/** Grants a person what is confidential, or takes it back: it counts from their next request. */
export async function grantConfidential(actor: Actor, id: number, granted: boolean): Promise<Switched> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  const account = await findAccountById(id);
  if (!account || !(await setSeesConfidential(id, granted, { actor }))) return { ok: false, reason: "gone" };
  logger.info({ event: granted ? "confidential_granted" : "confidential_taken_back", by: actor.id, user: id });
  return { ok: true, email: account.email };
}
