import { nameOfStatement } from "@/domain/fields";
import type { VersionStatement } from "@/data/change/versions";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { ValueNames } from "@/i18n/value-text";
import type { Said } from "./form-spec";
import { originText, statementText } from "./version-parts";

/** What is said of an entry, in words, by the name of the control that shows it. */
export function saidByControl(locale: Locale, names: ValueNames, statements: readonly VersionStatement[]): Record<string, Said> {
  const t = translator(locale, "admin");
  const lines: Record<string, Said["lines"]> = {};
  for (const statement of statements) {
    const { field, source, language } = statement;
    const line = {
      text: statementText({ locale, names }, statement),
      language: language && language !== locale ? language : undefined,
      origin: originText(locale, statement),
      href: localPath(locale, `/sources/${source}`),
    };
    (lines[nameOfStatement(field, language)] ??= []).push(line);
  }
  return Object.fromEntries(Object.entries(lines).map(([name, own]) => [name, { title: t("edit.said", { count: own.length }), lines: own }]));
}
