import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { canEditOrganisation, canErase, canPublish } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { ChangeRemarks } from "@/components/change-remarks";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { fieldsToErase } from "@/data/change/erase";
import { HISTORY_PAGE_SIZE, type HistoryEntry, historyOf } from "@/data/change/history";
import { referenceNames } from "@/data/editing/edit-form";
import { entryPlace } from "@/data/editing/entry-place";
import { MERGED_FROM_FIELD, MERGED_INTO_FIELD, RESTRICTED_FIELD } from "@/domain/change";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { numberOf, pageOf, type Search } from "@/lib/http/search";
import { eraseAction, undoAction } from "./actions";
import { ComparePage } from "./compare-page";
import { staffPage } from "./staff-page";
import { type ValueNames, valueNames, valueText } from "@/i18n/value-text";
import { VersionPage } from "./version-page";

const COMPARING = "comparer";

type ChoiceProps = {
  locale: Locale;
  slug: string;
  entry: HistoryEntry;
  /** The end of the comparison that it is at first. */
  end: "from" | "to" | null;
  comparable: boolean;
};

/** The version that a change made: to see it whole, or to choose it for comparing. */
function VersionChoice({ locale, slug, entry: { id, at }, end: chosen, comparable }: ChoiceProps) {
  const t = translator(locale, "versions");
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <a
        href={localPath(locale, `/admin/organisations/${slug}/historique?version=${id}`)}
        aria-label={t("seeOf", { number: id, when: formatMoment(locale, at) })}
      >
        {t("see")}
      </a>
      {(comparable ? (["from", "to"] as const) : []).map((end) => (
        <label key={end} className="choice">
          <input
            type="radio"
            form={COMPARING}
            name={end === "from" ? "de" : "a"}
            value={id}
            defaultChecked={end === chosen}
            aria-label={t(`${end}Of`, { number: id })}
          />
          <span>{t(end)}</span>
        </label>
      ))}
    </p>
  );
}

type EntryProps = { locale: Locale; slug: string; entry: HistoryEntry; names: ValueNames; mayUndo: boolean; children: ReactNode };

function Entry({ locale, slug, entry, names, mayUndo, children }: EntryProps) {
  const t = translator(locale, "changes");
  return (
    <li className="section py-5">
      <h2 className="subhead">{t(`action.${entry.action}`)}</h2>
      <p className="soft">
        {t("history.by", {
          who: entry.action === "outside" ? translator(locale, "versions")("role", { who: entry.who }) : entry.who,
          when: formatMoment(locale, entry.at),
        })}
      </p>
      <ChangeRemarks locale={locale} change={entry} />
      {children}
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
            {entry.fields.map(({ field, before, after }, index) => (
              <tr key={index}>
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
      {mayUndo && (entry.alone || isMergeOfTwo(entry)) && entry.state === "accepted" && !["reverted", "erased"].includes(entry.action) ? (
        <ButtonForm
          action={undoAction.bind(null, locale, slug)}
          values={{ modification: entry.id }}
          label={t("history.undo")}
          title={t("history.undoOf", { when: formatMoment(locale, entry.at), who: entry.who })}
          className="mt-4"
        />
      ) : null}
    </li>
  );
}

/** A merge is undone from either of its two entries, and not from those that named one of them. */
const isMergeOfTwo = ({ fields }: HistoryEntry): boolean => fields.some(({ field }) => field === MERGED_FROM_FIELD || field === MERGED_INTO_FIELD);

/** Erasing cannot be undone, so it is asked for twice: the field, and that one is sure. */
function Erase({ locale, slug, fields }: { locale: Locale; slug: string; fields: readonly string[] }) {
  const t = translator(locale, "changes");
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
const RESTORED = { retablie: "done", identique: "unchanged", "entre-temps": "conflict" } as const;

/** What became of an undoing, an erasing or a restoring. */
function Done({ locale, search }: { locale: Locale; search: Search }) {
  const t = translator(locale, "changes");
  const own = translator(locale, "versions");
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((word) => word === search.fait);
  const restored = (Object.keys(RESTORED) as (keyof typeof RESTORED)[]).find((word) => word === search.fait);
  const kept = typeof search.restent === "string" ? search.restent.split(",").filter((field) => /^[a-z_]{1,30}$/.test(field)) : [];
  if (done) return <Notice kind={done === "annulee" || done === "effacee" ? "success" : "info"}>{t(`history.done.${DONE[done]}`)}</Notice>;
  if (!restored) return null;
  return (
    <Notice kind={restored === "retablie" ? "success" : "info"}>
      <p>{own(`restore.${RESTORED[restored]}`)}</p>
      {kept.length > 0 ? <p>{own("restore.kept", { fields: kept.map((field) => fieldLabel(locale, field)).join(", ") })}</p> : null}
    </Notice>
  );
}

type Props = { locale: Locale; slug: string; search: Search; signOut: ReactNode };

/** `/admin/organisations/{slug}/historique`: all changes, or with `version` one version, with `de` and `a` two of them compared. */
export function HistoryPage({ search, ...props }: Props) {
  const [version, from, to] = [search.version, search.de, search.a].map(numberOf);
  if (version) return <VersionPage {...props} id={version} />;
  if (from && to) return <ComparePage {...props} from={from} to={to} />;
  return <ChangesPage {...props} search={search} />;
}

async function ChangesPage({ locale, slug, search, signOut }: Props) {
  const path = `/admin/organisations/${slug}`;
  const { actor, frame } = await staffPage(locale, `${path}/historique`, signOut);
  const t = translator(locale, "changes");
  const page = pageOf(search.page);
  const [history, place] = await Promise.all([historyOf(actor, slug, page), entryPlace(actor, slug)]);
  if (!history || !place) notFound();
  // Undoing what published an entry, or opened it to others, is publishing.
  const isOfPublishing = ({ action, fields }: HistoryEntry) => action !== "updated" || fields.some(({ field }) => field === "visibility");
  const mayUndo = (entry: HistoryEntry) => canEditOrganisation(actor, place) && (canPublish(actor, place) || !isOfPublishing(entry));
  const held = history.entries.flatMap(({ fields }) => fields.flatMap(({ field, before, after }) => [{ [field]: before }, { [field]: after }]));
  const former = canErase(actor) ? await fieldsToErase(actor, slug) : [];
  const names = valueNames(await referenceNames(actor, held));
  return (
    <StaffFrame {...frame} title={t("history.title")} lead={t("history.lead")} below={[{ href: path, label: history.name }]}>
      <Done locale={locale} search={search} />
      {history.entries.length > 1 ? (
        <form id={COMPARING} method="get" className="form-actions my-4">
          <p>{translator(locale, "versions")("compareHint")}</p>
          <button className="btn btn-quiet" type="submit">
            {translator(locale, "versions")("compare")}
          </button>
        </form>
      ) : null}
      {history.total === 0 ? <p>{t("history.empty")}</p> : null}
      <ol>
        {history.entries.map((entry, index) => (
          <Entry key={entry.id} locale={locale} slug={slug} entry={entry} names={names} mayUndo={mayUndo(entry)}>
            <VersionChoice locale={locale} slug={slug} entry={entry} end={index === 0 ? "to" : index === 1 ? "from" : null} comparable={history.total > 1} />
          </Entry>
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
