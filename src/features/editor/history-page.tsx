import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { canErase } from "@/auth/permissions";
import { ChangeRemarks } from "@/components/change-remarks";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { fieldsToErase } from "@/data/change/erase";
import { HISTORY_PAGE_SIZE, type HistoryEntry, historyOf } from "@/data/change/history";
import { referenceNames } from "@/data/editing/edit-form";
import { RESTRICTED_FIELD } from "@/domain/change";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { eraseAction, undoAction } from "./actions";
import { pageOf, type Search } from "./list-query";
import { staffPage } from "./staff-page";
import { type ValueNames, valueNames, valueText } from "./value-text";

function Entry({ locale, slug, entry, names }: { locale: Locale; slug: string; entry: HistoryEntry; names: ValueNames }) {
  const t = translator(locale, "admin");
  return (
    <li className="section py-5">
      <h2 className="subhead">{t(`action.${entry.action}`)}</h2>
      <p className="soft">{t("history.by", { who: entry.who, when: formatMoment(locale, entry.at) })}</p>
      <ChangeRemarks locale={locale} change={entry} />
      {entry.action === "erased" ? <p>{entry.fields.map(({ field }) => fieldLabel(locale, field)).join(", ")}</p> : null}
      {entry.fields.length > 0 && entry.action !== "erased" ? (
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t("history.field")}</th>
              <th scope="col">{t("history.before")}</th>
              <th scope="col">{t("history.after")}</th>
            </tr>
          </thead>
          <tbody>
            {entry.fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldLabel(locale, field)}</th>
                {field === RESTRICTED_FIELD ? (
                  <td colSpan={2}>{t("history.hidden")}</td>
                ) : (
                  <>
                    <td data-label={t("history.before")}>{valueText(locale, field, before, names)}</td>
                    <td data-label={t("history.after")}>{valueText(locale, field, after, names)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {entry.alone && entry.state === "accepted" && !["reverted", "erased"].includes(entry.action) ? (
        <form action={undoAction.bind(null, locale, slug)} className="form-actions mt-4">
          <input type="hidden" name="modification" value={entry.id} />
          <button className="btn btn-quiet" type="submit" aria-label={t("history.undoOf", { when: formatMoment(locale, entry.at), who: entry.who })}>
            {t("history.undo")}
          </button>
        </form>
      ) : null}
    </li>
  );
}

/** Erasing cannot be undone, so it is asked for twice: the field, and that one is sure. */
function Erase({ locale, slug, fields }: { locale: Locale; slug: string; fields: readonly string[] }) {
  const t = translator(locale, "admin");
  if (fields.length === 0) return null;
  return (
    <details className="my-5">
      <summary>{t("history.erase.title")}</summary>
      <form action={eraseAction.bind(null, locale, slug)} className="form mt-3">
        <p>{t("history.erase.lead")}</p>
        <Field id="champ" label={t("history.field")}>
          {(control) => (
            <select {...control} className="input" name="champ">
              {fields.map((field) => (
                <option key={field} value={field}>
                  {fieldLabel(locale, field)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="choice">
          <input type="checkbox" name="certain" value="oui" required />
          <span>{t("history.erase.sure")}</span>
        </label>
        <div className="form-actions">
          <button className="btn" type="submit">
            {t("history.erase.submit")}
          </button>
        </div>
      </form>
    </details>
  );
}

const DONE = { annulee: "undone", "en-partie": "partly", effacee: "erased", rien: "notErased", depassee: "later", impossible: "impossible" } as const;

/** `/admin/organisations/{slug}/historique`. */
export async function HistoryPage({ locale, slug, search, signOut }: { locale: Locale; slug: string; search: Search; signOut: ReactNode }) {
  const path = `/admin/organisations/${slug}`;
  const { actor, frame } = await staffPage(locale, `${path}/historique`, signOut);
  const t = translator(locale, "admin");
  const page = pageOf(search.page);
  const history = await historyOf(actor, slug, page);
  if (!history) notFound();
  const held = history.entries.flatMap(({ fields }) => fields.flatMap(({ field, before, after }) => [{ [field]: before }, { [field]: after }]));
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((word) => word === search.fait);
  const former = canErase(actor) ? await fieldsToErase(actor, slug) : [];
  const names = valueNames(await referenceNames(actor, held));
  return (
    <StaffFrame {...frame} title={t("history.title")} lead={t("history.lead")} trail={[...frame.trail, { href: path, label: history.name }]}>
      {done ? <Notice kind={done === "annulee" || done === "effacee" ? "success" : "info"}>{t(`history.done.${DONE[done]}`)}</Notice> : null}
      {history.total === 0 ? <p>{t("history.empty")}</p> : null}
      <ol>
        {history.entries.map((entry) => (
          <Entry key={entry.id} locale={locale} slug={slug} entry={entry} names={names} />
        ))}
      </ol>
      <Pagination
        locale={locale}
        page={page}
        pageCount={Math.ceil(history.total / HISTORY_PAGE_SIZE)}
        hrefOf={(next) => localPath(locale, `${path}/historique${next > 1 ? `?page=${next}` : ""}`)}
      />
      <Erase locale={locale} slug={slug} fields={former} />
      <p className="my-5">
        <a href={localPath(locale, path)}>{t("history.back")}</a>
      </p>
    </StaffFrame>
  );
}
