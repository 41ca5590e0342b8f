import "server-only";
import { fieldOf } from "@/domain/fields";
import type { Provenance } from "@/domain/organisation-input";
import type { Utterance } from "@/domain/saying";
import { columnsOfValue, type NewStatement } from "../change/statements";
import type { References } from "./references";

/**
 * The statements of a correction by staff.
 * @param position the same for all that is said together, after all that was said before
 */
export function toStatements(
  organisationId: number,
  said: readonly Utterance[],
  { basis, place, words = null, since = null, until = null, said_on: saidOn, sourceId }: Provenance & { sourceId: number },
  references: References,
  position: number,
): NewStatement[] {
  const locus = { basis, sourceId, place, lineStart: null, lineEnd: null, words, since, until, saidOn };
  return said.map((item) => ({
    organisationId,
    field: item.field,
    ...columnsOfValue(fieldOf(item.field).shape, item, references),
    ...locus,
    cited: item.cited,
    position,
  }));
}
