import type { CellProblem } from "@/domain/import";
import type { ProblemReason } from "@/domain/organisation-input";
import { labelsOfField } from "@/i18n/field-label";
import type { Locale } from "@/i18n/locales";
import { catalogues } from "@/i18n/catalogues";
import { labelsOf, translator } from "@/i18n/translator";

type OwnReason = keyof (typeof catalogues)["fr"]["imports"]["problem"];
const isOwn = (reason: string): reason is OwnReason => reason in catalogues.fr.imports.problem;

/** What is wrong with a row and what to do about it: the column, the value, the remedy, what could be written instead. */
export function problemText(locale: Locale, { column, value, reason, limit = 0, choices = [], codesOf }: CellProblem): string {
  const t = translator(locale, "imports");
  const shown = value.slice(0, 80);
  const words = { value: shown, limit, state: labelsOf(locale).contactState.invalid };
  const problem = isOwn(reason) ? t(`problem.${reason}`, words) : translator(locale, "admin")(`problem.${reason as Exclude<ProblemReason, OwnReason>}`, words);
  const told = t("preview.remedy", { column: column || "none", value: shown || "none", problem });
  const labels = codesOf ? labelsOfField(locale, codesOf) : {};
  const shownChoices = choices.map((choice) => labels[choice] ?? choice).join(", ");
  return choices.length > 0 ? `${told} ${t("preview.choices", { choices: shownChoices })}` : told;
}
