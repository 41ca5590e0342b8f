import { findLink, spendLink, type LinkHolder } from "@/data/user/account-links";
import { logger } from "@/lib/logger";
import { passwordFault, type PasswordFault } from "./password-rules";
import { hashPassword } from "./passwords";

export type Chosen = { ok: true; holder: LinkHolder } | { ok: false; reason: "gone" | PasswordFault };

/** Sets the password of the person who has a link. It works once: of two who use it at once, one is too late. */
export async function choosePassword(token: string, password: string): Promise<Chosen> {
  const holder = await findLink(token);
  if (!holder) return { ok: false, reason: "gone" };
  const fault = passwordFault(password, { ...holder, old: "" });
  if (fault) return { ok: false, reason: fault };
  if (!(await spendLink(token, await hashPassword(password)))) return { ok: false, reason: "gone" };
  logger.info({ event: "password_chosen", user: holder.id });
  return { ok: true, holder };
}
