import type { ParameterProblem } from "./filters";

/** A choice of records that an address holds, by their slugs: "organisations=a,b". */
export const CHOSEN = "organisations";
export const MOST_CHOSEN = 50;
/** More do not stand side by side. */
export const MOST_COMPARED = 4;

/** What may be compared, as addresses name it. */
export const COMPARED = ["organisations", "zones", "communities"] as const;
export type Compared = (typeof COMPARED)[number];

export type ParsedChoice = { ok: true; slugs: string[] } | { ok: false; problems: ParameterProblem[] };

const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,119}$/u;

/** The slugs of a parameter, each once: separated by commas, in one parameter or several, as a form sends them. */
export function parseChoice(parameter: string, values: readonly string[] = [], most = MOST_CHOSEN): ParsedChoice {
  const slugs = [
    ...new Set(
      values
        .flatMap((value) => value.split(","))
        .map((value) => value.trim())
        .filter(Boolean),
    ),
  ];
  const wrong = slugs.filter((slug) => !SLUG.test(slug));
  if (wrong.length > 0) return { ok: false, problems: wrong.map((value) => ({ parameter, value: value.slice(0, 60), reason: "unknown_value", accepted: [] })) };
  if (slugs.length > most) return { ok: false, problems: [{ parameter, value: "", reason: "too_many", accepted: [String(most)] }] };
  return { ok: true, slugs };
}

/** The search string of a choice; commas are written as they are, which addresses allow. @param parameter its name */
export const choiceSearch = (slugs: readonly string[], parameter: string = CHOSEN): string =>
  slugs.length === 0 ? "" : `?${parameter}=${slugs.map(encodeURIComponent).join(",")}`;
