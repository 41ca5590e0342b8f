import { splitCell } from "./cell-list";
import { EDIT_NAMES, type Field } from "./fields";
import { fold } from "./fold";
import { tickOf, type CellProblem, type Given, type GivenName, type KeyTarget, type Target } from "./import";
import { parseFieldInput } from "./organisation-input";

/** What words mean: of each field its codes by folded label, and how yes and no are written. */
export type CellWords = { codes: ReadonlyMap<string, ReadonlyMap<string, string>>; flags: ReadonlyMap<string, boolean> };

export type ReadRow = { given: Given; keys: Partial<Record<KeyTarget, string>>; problems: CellProblem[] };

/** What a spreadsheet was kept from running by an apostrophe (src/lib/csv.ts) is what it was before. */
export const unguarded = (text: string): string => (/^'\s*[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text);

const fieldNamed = (name: GivenName): Field => EDIT_NAMES.find((edit) => edit.name === name)!.field;

/** The codes of one value of a cell: a code, a label, or several codes as surveys write them, with spaces or commas between. */
function codesOf(text: string, known: ReadonlyMap<string, string>): string[] | null {
  const whole = known.get(fold(text));
  if (whole !== undefined) return [whole];
  for (const separator of [/\s+/, /\s*,\s*/]) {
    const parts = text.split(separator).filter(Boolean);
    const found = parts.flatMap((part) => known.get(fold(part)) ?? []);
    if (parts.length > 1 && found.length === parts.length) return found;
  }
  return null;
}

type Reading = { value: Given[GivenName] } | { problem: Omit<CellProblem, "column"> };

function readField(name: GivenName, text: string, words: CellWords): Reading {
  if (name.startsWith("contacts:")) return { value: splitCell(text) };
  const field = fieldNamed(name);
  const parts = field.many ? splitCell(text) : text === "" ? [] : [text];
  if (field.shape === "code") {
    const known = words.codes.get(name)!;
    const codes = parts.map((part) => ({ part, found: codesOf(part, known) }));
    const unknown = codes.find(({ found }) => found === null || (!field.many && found.length > 1));
    if (unknown) return { problem: { value: unknown.part, reason: "unknown_value", choices: [...new Set(known.values())], codesOf: name } };
    const found = codes.flatMap(({ found: own }) => own!);
    return { value: field.many ? found : (found[0] ?? null) };
  }
  if (field.shape === "flag") {
    if (text === "") return { value: null };
    const flag = words.flags.get(fold(text));
    return flag === undefined ? { problem: { value: text, reason: "unknown_value" } } : { value: flag };
  }
  const parsed = parseFieldInput(field, field.many ? parts : text);
  return parsed.ok ? { value: parsed.value as Given[GivenName] } : { problem: { value: text, reason: parsed.reason, limit: parsed.limit } };
}

/** Whether a split column is ticked; null for a cell that says neither. */
function ticked(text: string, flags: CellWords["flags"]): boolean | null {
  if (text === "" || text === "0" || text === "0.0") return false;
  return text === "1" || text === "1.0" ? true : (flags.get(fold(text)) ?? null);
}

/**
 * What a row says by its columns.
 * @param year the present one: one that has not begun is none
 */
export function readRow(heads: readonly string[], targets: readonly Target[], cells: readonly string[], words: CellWords, year: number): ReadRow {
  const row: ReadRow = { given: {}, keys: {}, problems: [] };
  targets.forEach((target, index) => {
    const [column, text] = [heads[index]!, unguarded(cells[index] ?? "")];
    if (target === "") return;
    if (target === "slug" || target === "version" || target === "key") {
      if (text !== "") row.keys[target] = text;
      return;
    }
    const tick = tickOf(target);
    if (tick) {
      const on = ticked(text, words.flags);
      if (on === null) return void row.problems.push({ column, value: text, reason: "not_a_tick" });
      const before = (row.given[tick.name as GivenName] as string[] | undefined) ?? [];
      row.given[tick.name as GivenName] = on ? [...before, tick.code] : before;
      return;
    }
    const name = target as GivenName;
    const read = readField(name, text, words);
    if ("problem" in read) return void row.problems.push({ column, ...read.problem });
    const { value } = read;
    const field = name.startsWith("contacts:") ? null : fieldNamed(name);
    if (field?.shape === "number" && field.past && typeof value === "number" && value > year)
      return void row.problems.push({ column, value: text, reason: "in_the_future", limit: year });
    // Several columns of contacts, as two telephones, add up; so does a list with its split columns.
    const before = row.given[name];
    row.given[name] = Array.isArray(value) && Array.isArray(before) ? [...new Set([...before, ...value])] : value;
  });
  return row;
}
