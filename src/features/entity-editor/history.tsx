import "server-only";
import { ButtonForm } from "@/components/button-form";
import { ChangeRemarks } from "@/components/change-remarks";
import type { EditableRecord, EntityChange } from "@/data/editing/entity-form";
import type { Edited } from "@/domain/edited";
import type { Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { undoEntityAction } from "./actions";
import { fieldLabels } from "./spec";

/** The last changes, newest first, each of which can be undone. */
export function History({ locale, recordKey, record: { edited, changes } }: { locale: Locale; recordKey: string; record: EditableRecord }) {
  const t = translator(locale, "changes");
  return (
    <section className="section py-6" aria-labelledby="historique">
      <h2 id="historique">{t("history.title")}</h2>
      <ol>
        {changes.map((change) => (
          <li key={change.id} className="py-3">
            <p>
              <span className="strong">{t(`action.${change.action}`)}</span> {t("history.by", { who: change.who, when: formatMoment(locale, change.at) })}
            </p>
            <ChangeRemarks locale={locale} change={change} />
            <Items locale={locale} edited={edited} change={change} />
            {change.alone && change.state === "accepted" && change.action === "updated" ? (
              <ButtonForm
                action={undoEntityAction.bind(null, locale, recordKey)}
                values={{ modification: change.id }}
                label={t("history.undo")}
                title={t("history.undoOf", { when: formatMoment(locale, change.at), who: change.who })}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Items({ locale, edited, change: { items } }: { locale: Locale; edited: Edited; change: EntityChange }) {
  const own = translator(locale, "entityEditor");
  const labelOf = fieldLabels(locale, edited);
  const shown = items.filter(({ before, after }) => before !== null || after !== null);
  if (shown.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {shown.map(({ field, before, after }, index) => (
        <li key={index}>
          {field === null ? "" : labelOf(field)} : {before === null ? own("added", { value: String(after) }) : own("withdrawn", { value: String(before) })}
        </li>
      ))}
    </ul>
  );
}
