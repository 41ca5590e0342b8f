import { EDIT_NAMES, type Field } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { GIVEN_NAMES, tickOf, type GivenName, type Target } from "@/domain/import";
import type { CellWords } from "@/domain/read-cell";
import { LOCALES } from "@/i18n/locales";
import { catalogues } from "@/i18n/catalogues";
import { givenLabel } from "./words";

/** How each column may be called: by its label or its code, by the columns of our own files, and as people and surveys write them. */
function names(): Map<string, Target> {
  const known = new Map<string, Target>();
  const add = (head: string, target: Target) => void (known.has(fold(head)) || known.set(fold(head), target));
  for (const name of GIVEN_NAMES) {
    const field: Field | undefined = EDIT_NAMES.find((edit) => edit.name === name)?.field;
    add(name, name);
    if (field?.column) add(field.column, name);
    for (const locale of LOCALES) add(givenLabel(locale, name), name);
  }
  for (const locale of LOCALES)
    for (const [target, heads] of Object.entries(catalogues[locale].imports.heads)) for (const head of heads.split("|")) add(head, target as Target);
  return known;
}

/** A survey names a question by its groups: "identification/nom" or "identification.nom". */
const lastPart = (head: string) => head.split(/[/.]/).at(-1)!;

/**
 * What each column probably is, for a person to say. A column that splits a question with several choices, such as "themes/women_rights",
 * is the one choice; then the column with all of them is left out.
 */
export function guessTargets(heads: readonly string[], words: CellWords): Target[] {
  const known = names();
  const tick = (head: string): Target | null => {
    const parts = head.split("/");
    if (parts.length < 2) return null;
    const name = known.get(fold(parts.at(-2)!)) as GivenName | undefined;
    const code = name && words.codes.get(name)?.get(fold(parts.at(-1)!));
    const target: Target = `${name}=${code}`;
    return code !== undefined && tickOf(target) ? target : null;
  };
  const ticks = heads.map(tick);
  const split = new Set(ticks.flatMap((target) => (target ? tickOf(target)!.name : [])));
  const used = new Set<Target>();
  // Surveys have both: the number starts again in another project, the other key never does.
  const hasUuid = heads.some((head) => fold(head) === "uuid");
  return heads.map((head, index) => {
    if (hasUuid && known.get(fold(head)) === "key" && fold(head) !== "uuid") return "";
    const target = ticks[index] ?? known.get(fold(head)) ?? known.get(fold(lastPart(head))) ?? "";
    if (target === "" || (used.has(target) && !target.startsWith("contacts:")) || split.has(target as "themes")) return "";
    used.add(target);
    return target;
  });
}
