import "server-only";
import type { ContactInput } from "@/domain/fields";
import type { InputProblem } from "@/domain/organisation-input";
import type { UsableContact } from "@/domain/saying";
import type { KeptStatement } from "../change/statements";
import { contactValue } from "./contact-value";

/**
 * The contacts with what a link can use. A contact that stands already as typed keeps its value:
 * only what staff touched is judged.
 */
export function contactRows(
  typed: readonly ContactInput[],
  said: readonly KeptStatement[],
): { ok: true; rows: UsableContact[] } | { ok: false; problems: InputProblem[] } {
  const problems: InputProblem[] = [];
  const rows = typed.map((contact, index) => {
    const same = said.find(({ contact: kept }) => kept?.channel === contact.channel && kept.raw === contact.raw && kept.state === contact.state)?.contact;
    if (same) return { ...contact, usable: same.usable };
    const computed = contactValue(contact);
    if (!computed.ok) problems.push({ path: `fields.contacts.${index}.raw`, reason: computed.reason, value: contact.raw });
    return { ...contact, usable: computed.ok ? computed.value : null };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows };
}
