import { codeOfField, EDIT_NAMES, namesWhere, type EditName, type Field } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { GIVEN_NAMES, type GivenName, type Target } from "@/domain/import";
import type { CellWords } from "@/domain/read-cell";
import { CONTACT_CHANNELS } from "@/domain/vocabularies";
import { fieldLabel, labelsOfField } from "@/i18n/field-label";
import { LOCALES, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** What the words of a cell mean, in every language: codes and labels of each field, yes and no. */
export function cellWords(): CellWords {
  const coded = namesWhere(({ shape }) => shape === "code");
  const codes = new Map(
    coded.map((name) => {
      const field = EDIT_NAMES.find((edit) => edit.name === name)!.field as Extract<Field, { shape: "code" }>;
      const labels = LOCALES.flatMap((locale) => Object.entries(labelsOfField(locale, name)));
      // What was merged means the other, in a file of before too; the words of a term that stands come last, and win.
      const known = labels.flatMap(([code, label]) => {
        const meant = codeOfField(field, code);
        return meant === null ? [] : [label, code].map((word) => [fold(word), meant, meant === code] as const);
      });
      const inOrder = [...known].sort(([, , a], [, , b]) => Number(a) - Number(b));
      return [name as string, new Map(inOrder.map(([word, code]) => [word, code] as const))];
    }),
  );
  const flags = new Map<string, boolean>([
    ["true", true],
    ["vrai", true],
    ["1", true],
    ["false", false],
    ["faux", false],
    ["0", false],
  ]);
  for (const locale of LOCALES) {
    const t = translator(locale, "admin");
    flags.set(fold(t("yes")), true);
    flags.set(fold(t("no")), false);
  }
  return { codes, flags };
}

/** The name of a field of a file, as the form and the history call it. */
export function givenLabel(locale: Locale, name: GivenName | EditName): string {
  const channel = CONTACT_CHANNELS.find((known) => `contacts:${known}` === name);
  return channel ? labelsOf(locale).contactChannel[channel] : fieldLabel(locale, name);
}

/** The name of what a column may be. */
export function targetLabel(locale: Locale, target: Target): string {
  const t = translator(locale, "imports");
  if (target === "") return t("target.none");
  if (target === "slug" || target === "version" || target === "key") return t(`target.${target}`);
  const [name, code] = target.split("=") as [GivenName, string | undefined];
  return code === undefined
    ? givenLabel(locale, name)
    : t("target.tick", { field: givenLabel(locale, name), value: labelsOfField(locale, name)[code] ?? code });
}

export const ALL_TARGETS: readonly Target[] = ["", "slug", "version", "key", ...GIVEN_NAMES];
