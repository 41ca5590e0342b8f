import type { LiveSession } from "@/data/session/sessions";
import { setPassword } from "@/data/user/accounts";
import { logger } from "@/lib/logger";
import { passwordFault, type PasswordFault } from "./password-rules";
import { hashPassword } from "./passwords";
import { checkPassword } from "./sign-in";

export type PasswordChange = { ok: true } | { ok: false; reason: "wrong" | "ended" | "busy" | PasswordFault } | { ok: false; reason: "slowed"; seconds: number };

/**
 * Changes the password of the person of this session, who proves the current one again within the
 * same limits as a sign-in. Their other sessions end.
 */
export async function changePassword(
  { id, user }: LiveSession,
  { current, next, address, browser }: { current: string; next: string; address: string; browser?: string | null },
): Promise<PasswordChange> {
  const checked = await checkPassword({ email: user.email, password: current, address, browser });
  if (!checked.ok) return checked;
  const fault = passwordFault(next, { email: user.email, name: user.name, old: current });
  if (fault) return { ok: false, reason: fault };
  await setPassword(user.id, { passwordHash: await hashPassword(next), mustChange: false }, { actor: user }, id);
  logger.info({ event: "password_changed", user: user.id });
  return { ok: true };
}
