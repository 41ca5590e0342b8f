import "server-only";
import { fieldOf } from "@/domain/fields";
import type { Provenance } from "@/domain/organisation-input";
import type { Utterance } from "@/domain/saying";
import type { NewStatement, StatementValue } from "../change/statements";
import type { References } from "./references";

/** The value of an utterance in the columns of a statement. */
export function columnsOfValue({ field: code, value, language, contact }: Utterance, { zoneIds, organisationIds }: References): StatementValue {
  switch (fieldOf(code).shape) {
    case "code":
    case "flag":
      return { code: value };
    case "number":
      return { number: Number(value) };
    case "text":
    case "translated":
      return { text: value, language };
    case "zone":
      return { valueZoneId: zoneIds.get(value)! };
    case "organisation":
      return { valueOrganisationId: organisationIds.get(value)! };
    case "contact":
      return { channel: contact!.channel, raw: contact!.raw, usable: contact!.usable, contactState: contact!.state };
  }
}

/**
 * The statements of a correction by staff.
 * @param position the same for all that is said together, after all that was said before
 */
export function toStatements(
  organisationId: number,
  said: readonly Utterance[],
  { basis, place, said_on: saidOn, sourceId }: Provenance & { sourceId: number },
  references: References,
  position: number,
): NewStatement[] {
  const locus = { basis, sourceId, place, lineStart: null, lineEnd: null, words: null, saidOn };
  return said.map((item) => ({ organisationId, field: item.field, ...columnsOfValue(item, references), ...locus, cited: item.cited, position }));
}
