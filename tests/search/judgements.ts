import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What a person who types a query expects, and why. See README.md. */
const judgement = z.strictObject({
  query: z.string().min(1),
  kind: z.string().min(1),
  reason: z.string().min(1),
  /** Other parameters of the list, as in its address: "kind=donor". */
  parameters: z.string().optional(),
  /** Any of these answers the query. */
  expected: z.array(z.string()).min(1).optional(),
  /** All of these answer the query, and each must be found somewhere. */
  expectedAll: z.array(z.string()).min(1).optional(),
  /** Nothing but what is expected may stand among the first three. */
  strict: z.literal(true).optional(),
  /** None of these may be found at all. */
  absent: z.array(z.string()).min(1).optional(),
  /** Words that must be among those that search says it used instead. */
  correction: z.string().optional(),
  /** Nothing may be found. */
  none: z.literal(true).optional(),
});

export type Judgement = z.infer<typeof judgement>;

/** The judged queries, in the order of the file. */
export const judgements: Judgement[] = z.array(judgement).parse(JSON.parse(readFileSync(fileURLToPath(new URL("./judgements.json", import.meta.url)), "utf8")));

/** The slugs that answer a query. */
export const answersOf = ({ expected, expectedAll }: Judgement): string[] => [...(expected ?? []), ...(expectedAll ?? [])];
