import "server-only";
import type { SourceChange } from "@/data/editing/source-save";
import { SOURCE_FIELDS, type SourceField } from "@/domain/source-input";
import type { Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";

/** What staff changed of a source, newest first. */
export function Changes({ locale, changes }: { locale: Locale; changes: readonly SourceChange[] }) {
  const t = translator(locale, "changes");
  if (changes.length === 0) return null;
  return (
    <section className="section py-6" aria-labelledby="historique">
      <h2 id="historique">{t("history.title")}</h2>
      <ol>
        {changes.map(({ id, who, at, items }) => (
          <li key={id} className="py-3">
            <p>{t("history.by", { who, when: formatMoment(locale, at) })}</p>
            <ul className="list-disc ps-5">
              {items.map((item, index) => (
                <li key={index}>{sentenceOf(locale, item)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sentenceOf(locale: Locale, { field, before, after }: SourceChange["items"][number]): string {
  const t = translator(locale, "documents");
  if (field === "file") return after === null ? t("files.wasRemoved") : t("files.wasAdded");
  const known = SOURCE_FIELDS.find((one) => one === field) as SourceField | undefined;
  const word = (value: unknown) => (value === null ? t("empty") : String(value));
  return t("changedField", { field: known ? t(`field.${known}`) : field, before: word(before), after: word(after) });
}
