import { foldedPassword, isCommonPassword } from "./common-password";
import { PASSWORD_LENGTH } from "./passwords";

export type PasswordFault = "too_short" | "too_long" | "is_email" | "has_own_name" | "too_common" | "same_as_old";

/** The words of a name or an e-mail that a person could build a password on. */
const partsOf = (text: string): string[] =>
  foldedPassword(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3);

/**
 * What is wrong with a new password, or null. Length is asked for rather than kinds of characters, and what an attacker tries first is
 * refused: common passwords, and what is known of the person. E-mail addresses are refused whoever has them, so that the answer
 * tells of no account.
 */
export function passwordFault(password: string, account: { email: string; name: string; old: string }): PasswordFault | null {
  if ([...password].length < PASSWORD_LENGTH.min) return "too_short";
  if (password.length > PASSWORD_LENGTH.max) return "too_long";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(password.trim())) return "is_email";
  if (password === account.old) return "same_as_old";
  if (isCommonPassword(password)) return "too_common";
  const local = foldedPassword(account.email.split("@")[0] ?? "");
  const own = [local, foldedPassword(account.name).replace(/[^\p{L}\p{N}]/gu, ""), ...partsOf(account.name), ...partsOf(account.email)];
  return isCommonPassword(password, own) || foldedPassword(password).trim() === local ? "has_own_name" : null;
}
