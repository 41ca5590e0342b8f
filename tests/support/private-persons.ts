import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { fold } from "@/domain/fold";

/**
 * The private persons whom the documents name: on which lines, and a digest of two words of the name, so that this list names nobody. A
 * telephone number has too few digits for a digest to hide it: {@link telephonesIn} finds any.
 */
type Person = { source: string; lines: string; digest: string };
const PERSONS: readonly Person[] = parse(readFileSync(new URL("../fixtures/private-persons.csv", import.meta.url), "utf8"), { columns: true });
export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** The lines of the documents on which stands a person whom a text names: none, if all is well. */
export function personsIn(text: string, persons: readonly Person[] = PERSONS): string[] {
  const byDigest = new Map(persons.map((person) => [person.digest, person]));
  const words = fold(text.replace(/<[^>]*>/g, " "))
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const pairs = new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
  const found = [...pairs].flatMap((candidate) => byDigest.get(digestOf(candidate)) ?? []);
  return [...new Set(found.map(({ source, lines }) => `${source} ${lines}`))];
}

/** What looks like a telephone number of Mali: eight digits, in pairs or not, and no part of a longer number. */
export const telephonesIn = (text: string): string[] => text.match(/(?<![\d.,-])\d{2}(?:[ .]?\d{2}){3}(?![\d.,-]?\d)/g) ?? [];
