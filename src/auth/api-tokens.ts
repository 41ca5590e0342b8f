import { z } from "zod";
import { createToken, endToken, isNotAbove, TOKEN_DAYS } from "@/data/user/api-tokens";
import type { Actor } from "@/domain/actor";
import { USER_ROLES } from "@/domain/vocabularies";
import { logger } from "@/lib/logger";
import { canManageUsers } from "./permissions";

const newToken = z.object({
  name: z.string().trim().min(1, "badName").max(80, "badName"),
  role: z.enum(USER_ROLES, "badRole"),
  days: z.coerce.number("badDays").int("badDays").min(1, "badDays").max(TOKEN_DAYS.most, "badDays"),
});

export type TokenFault = "badName" | "badRole" | "badDays";
/** `token`: returned this once and kept nowhere. */
export type TokenMade = { ok: true; token: string; name: string } | { ok: false; reason: TokenFault };

/** Makes a token of this person, with a role not above theirs. */
export async function makeToken(actor: Actor, given: unknown): Promise<TokenMade> {
  const parsed = newToken.safeParse(given);
  if (!parsed.success) return { ok: false, reason: parsed.error.issues[0]?.message as TokenFault };
  if (!isNotAbove(parsed.data.role, actor.role)) return { ok: false, reason: "badRole" };
  const token = await createToken(actor.id, parsed.data, { actor });
  logger.info({ event: "token_made", user: actor.id, role: parsed.data.role, days: parsed.data.days });
  return { ok: true, token, name: parsed.data.name };
}

/** Ends a token: one's own, or as an administrator anybody's. @returns whether there was one */
export async function stopToken(actor: Actor, id: number): Promise<boolean> {
  const ended = await endToken(id, canManageUsers(actor) ? null : actor.id, { actor });
  if (ended) logger.info({ event: "token_ended", by: actor.id, token: id });
  return ended;
}
