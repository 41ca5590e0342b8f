import type { Formality, LegalStatus } from "./vocabularies";

/**
 * An association in fact is informal; every other status rests on an act of the authorities.
 * Source: Mali mapping, introduction (two groups) and Tableau 2.
 */
export function formalityOf(status: LegalStatus | null): Formality | null {
  if (status === null) return null;
  return status === "de_facto" ? "informal" : "formal";
}
