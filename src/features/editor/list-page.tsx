import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { canManageUsers } from "@/auth/permissions";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { lastBackup } from "@/data/backup/last";
import { listForStaff, STAFF_PAGE_SIZE, STAFF_STATES, type StaffListItem } from "@/data/editing/staff-list";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, formatMoment, labelsOf, translator } from "@/i18n/translator";
import { listQuery, listSearch, type Search } from "./list-query";

type Props = { locale: Locale; search: Search; signOut: ReactNode };

const stateOf = ({ visibility, publishedAt }: StaffListItem) => (visibility !== "public" ? "restricted" : publishedAt ? "published" : "draft");

/** How old the last backup is, for administrators. */
async function BackupLine({ locale, actor }: { locale: Locale; actor: Actor }) {
  const t = translator(locale, "admin");
  const last = await lastBackup(actor);
  return <p>{last ? t("backup.last", { date: formatMoment(locale, last.takenAt), days: last.days }) : t("backup.none")}</p>;
}

/** `/admin`: every organisation, whatever its state. */
export async function ListPage({ locale, search, signOut }: Props) {
  const actor = await requireActor((path) => localPath(locale, path), "/admin");
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const query = listQuery(search);
  const { total, items } = await listForStaff(actor, query);
  const entry = (slug: string) => localPath(locale, `/admin/organisations/${slug}`);
  return (
    <StaffFrame locale={locale} actor={actor} accounts={canManageUsers(actor)} title={t("title")} lead={t("list.lead")} tab="/admin" signOut={signOut}>
      {search.fait === "mot-de-passe" ? <Notice kind="success">{t("passwordChanged")}</Notice> : null}
      {canManageUsers(actor) ? <BackupLine locale={locale} actor={actor} /> : null}
      <p className="my-5">
        <a className="btn" href={localPath(locale, "/admin/organisations/nouvelle")}>
          {t("newOrganisation")}
        </a>
      </p>
      <form action={localPath(locale, "/admin")} method="get" role="search" className="my-5 grid gap-4 sm:grid-cols-[2fr_1fr_1fr_auto] sm:items-end">
        <div className="field">
          <label className="field-label" htmlFor="q">
            {t("list.search")}
          </label>
          <input className="input" id="q" name="q" type="search" maxLength={200} defaultValue={query.q} />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="etat">
            {t("list.state")}
          </label>
          <select className="input" id="etat" name="etat" defaultValue={query.state ?? ""}>
            <option value="">{t("list.anyState")}</option>
            {STAFF_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`state.${state}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="kind">
            {t("list.kind")}
          </label>
          <select className="input" id="kind" name="kind" defaultValue={query.kind ?? ""}>
            <option value="">{t("list.anyKind")}</option>
            {Object.entries(labels.kind).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button className="btn" type="submit">
          {t("list.submit")}
        </button>
      </form>
      <p role="status" className="font-semibold">
        {t("list.total", { count: total })}
      </p>
      {items.length === 0 ? (
        <p>
          {t("list.empty")} <a href={localPath(locale, "/admin")}>{t("list.reset")}</a>
        </p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              {(["name", "kind", "state", "updated", "verified", "actions"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.slug}>
                <th scope="row">
                  {item.name}
                  {item.acronym ? ` (${item.acronym})` : ""}
                </th>
                <td data-label={t("list.kind")}>{labels.kind[item.kind]}</td>
                <td data-label={t("list.state")}>{t(`state.${stateOf(item)}`)}</td>
                <td data-label={t("list.updated")}>{formatDate(locale, item.updatedAt.toISOString())}</td>
                <td data-label={t("list.verified")}>{item.verifiedAt ? formatDate(locale, item.verifiedAt.toISOString()) : t("list.never")}</td>
                <td data-label={t("list.actions")}>
                  <a href={entry(item.slug)} aria-label={t("list.editOne", { name: item.name })}>
                    {t("list.edit")}
                  </a>{" "}
                  <a href={`${entry(item.slug)}/historique`} aria-label={t("list.historyOne", { name: item.name })}>
                    {t("list.history")}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pagination
        locale={locale}
        page={query.page}
        pageCount={Math.ceil(total / STAFF_PAGE_SIZE)}
        hrefOf={(page) => localPath(locale, `/admin${listSearch(query, page)}`)}
      />
    </StaffFrame>
  );
}
