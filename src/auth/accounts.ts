import { z } from "zod";
import { giveLink, inviteAccount } from "@/data/user/account-links";
import { findAccountById, setDisabled, setSeesConfidential } from "@/data/user/accounts";
import { saveRights } from "@/data/user/rights";
import type { Actor } from "@/domain/actor";
import { straightApostrophes } from "@/domain/fold";
import { USER_ROLES } from "@/domain/vocabularies";
import { logger } from "@/lib/logger";
import { canManageUsers } from "./permissions";

const lines = z
  .array(z.string().trim().max(300, "unknown"))
  .max(100, "unknown")
  .transform((all) => all.filter((line) => line !== ""));
const givenRights = z.object({ role: z.enum(USER_ROLES, "badRole"), zones: lines, entries: lines });
const newAccount = z.object({
  email: z.preprocess((value) => (typeof value === "string" ? straightApostrophes(value.trim()) : value), z.email("badEmail").max(254, "badEmail")),
  name: z.string("badName").trim().min(1, "badName").max(120, "badName"),
  ...givenRights.shape,
});

export type AccountRefusal = "forbidden" | "badEmail" | "badName" | "badRole" | "exists" | "gone" | "lastAdmin" | "yourself" | "unknown";
/** `lines`: those that name no zone and no entry. */
type Refused = { ok: false; reason: AccountRefusal; lines?: readonly string[] };
/** `token`: what the link ends with by which the person chooses their password. It is returned this once and kept nowhere. */
export type Issued = { ok: true; id: number; email: string; name: string; token: string } | Refused;
export type Switched = { ok: true; email: string } | Refused;

const faultOf = (error: z.ZodError): Refused => ({ ok: false, reason: error.issues[0]?.message as AccountRefusal });

/** Opens an account, which its person enters by a link. */
export async function openAccount(actor: Actor, given: unknown): Promise<Issued> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  const parsed = newAccount.safeParse(given);
  if (!parsed.success) return faultOf(parsed.error);
  const { email, name, ...rights } = parsed.data;
  const invited = await inviteAccount(actor, { email, name }, rights);
  if (!invited.ok) return invited;
  const { account, token } = invited;
  logger.info({ event: "account_invited", by: actor.id, user: account.id });
  return { ok: true, id: account.id, email: account.email, name: account.name, token };
}

/** Gives a link to a person who cannot sign in any more. Their password stays as it is until they choose another. */
export async function resetPassword(actor: Actor, id: number): Promise<Issued> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  if (id === actor.id) return { ok: false, reason: "yourself" };
  const account = await findAccountById(id);
  if (!account || account.disabledAt) return { ok: false, reason: "gone" };
  const token = await giveLink(id, { actor });
  logger.info({ event: "password_link_given", by: actor.id, user: id });
  return { ok: true, id, email: account.email, name: account.name, token };
}

/** Says what an account may do: role, zones, entries. Nobody says it of their own, and one administrator always stays. */
export async function changeRights(actor: Actor, id: number, given: unknown): Promise<Switched> {
  if (!canManageUsers(actor)) return { ok: false, reason: "forbidden" };
  if (id === actor.id) return { ok: false, reason: "yourself" };
  const parsed = givenRights.safeParse(given);
  if (!parsed.success) return faultOf(parsed.error);
  const account = await findAccountById(id);
  if (!account) return { ok: false, reason: "gone" };
  const saved = await saveRights(actor, id, parsed.data);
  if (!saved.ok) return saved;
  if (saved.changed) logger.info({ event: "rights_changed", by: actor.id, user: id, role: parsed.data.role });
  return { ok: true, email: account.email };
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
