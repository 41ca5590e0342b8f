import type { z } from "zod";
import type { ContactChannel, ContactState } from "@/domain/vocabularies";

/** A refinement that lays the fault of a whole row on one of its columns. */
export function contradiction<R>(holds: (row: R) => boolean, column: keyof R & string, message: string) {
  return (row: R, context: z.RefinementCtx) => {
    if (!holds(row)) context.addIssue({ code: "custom", path: [column], message });
  };
}

const USABLE_VALUE: Record<Exclude<ContactChannel, "address">, { pattern: RegExp; form: string }> = {
  phone: { pattern: /^\+[1-9]\d{6,14}$/, form: "an E.164 number such as +22320241122" },
  email: { pattern: /^[^\s@A-Z]+@[^\s@A-Z]+\.[a-z]{2,}$/, form: "a lower-case mailbox" },
  website: { pattern: /^https?:\/\/\S+$/, form: "an address with its scheme" },
  facebook: { pattern: /^https?:\/\/\S+$/, form: "an address with its scheme" },
};

/** States of which the value may become a link or be shown as usable. */
const USABLE_STATES: readonly ContactState[] = ["ok", "under_construction"];

/**
 * What is wrong between the state of a contact and its value, or null. A contact that does not
 * work has no value, so that nothing can link it; a page named without its address has none either.
 */
export function contactFault({ channel, value, state }: { channel: ContactChannel; value: string | null; state: ContactState }): string | null {
  if (!USABLE_STATES.includes(state)) return value === null ? null : `a contact in the state "${state}" has no value`;
  if (value === null) return channel === "facebook" ? null : `a contact in the state "${state}" needs a value`;
  if (channel === "address") return null;
  const { pattern, form } = USABLE_VALUE[channel];
  return pattern.test(value) ? null : `"${value}" is not ${form}`;
}
