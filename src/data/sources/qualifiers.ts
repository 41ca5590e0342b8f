import type { z } from "zod";
import type { ImportedStatement } from "./adapter";
import { list, optionalTime } from "./columns";

const QUALIFIERS: readonly string[] = ["about", "more_than", "open_list"];

/** The columns that tell of what time a value is said, and with which reserves. */
export const QUALIFIED = {
  since: optionalTime(),
  until: optionalTime(),
  qualifiers: list()
    .refine((given) => given.every((qualifier) => QUALIFIERS.includes(qualifier)), `is not one of: ${QUALIFIERS.join(", ")}`)
    .describe(`Join those that the source says by "|": ${QUALIFIERS.join(", ")}.`),
} as const;

type Qualified = { [Column in keyof typeof QUALIFIED]: z.output<(typeof QUALIFIED)[Column]> };

/** A value with its time and reserves; a text of ours in French, which is cited, and in English, which goes with it. */
export function qualified(said: ImportedStatement, english: string | null, { since, until, qualifiers }: Qualified): ImportedStatement[] {
  const has = (qualifier: string) => qualifiers.includes(qualifier);
  const whole = { ...said, since, until, about: has("about"), moreThan: has("more_than"), openList: has("open_list") };
  if (english === null) return [whole];
  return [
    { ...whole, language: "fr" },
    { ...whole, value: english, language: "en", cited: false },
  ];
}
