import type { ReactNode } from "react";
import { canCreateOrganisation, canEditOrganisation, canExport, canManageUsers, canPropose, canReviewProposals } from "@/auth/permissions";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { lackingOf } from "@/data/editing/completeness";
import { entryPlaces } from "@/data/editing/entry-place";
import { lastBackup } from "@/data/backup/last";
import { listForStaff, STAFF_PAGE_SIZE, type StaffListItem } from "@/data/editing/staff-list";
import type { StaffListQuery } from "@/data/editing/staff-query";
import { foundIn, type FoundIn, MEMBERS_FOUND } from "@/data/editing/staff-words";
import { queueOf } from "@/data/proposal/queue";
import type { Actor } from "@/domain/actor";
import type { ExpectedField } from "@/domain/fields";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, formatMoment, labelsOf, translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { ExportPanel } from "./export-panel";
import { MOST_IN_WORKBOOK } from "./export";
import { StaffFilters } from "./list-filters";
import { listQuery, listSearch } from "./list-query";
import { staffPage } from "./staff-page";
import { zoneNames } from "./zone-names";

/** The form by which entries are chosen, to act on all of them. */
const CHOOSING = "choisir";

function Choosing({ locale, query, total }: { locale: Locale; query: StaffListQuery; total: number }) {
  const t = translator(locale, "bulk");
  const filters = [...new URLSearchParams(listSearch(query, 1))];
  return (
    <form id={CHOOSING} method="get" action={localPath(locale, "/admin/lots")} className="form-actions my-4">
      {filters.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn btn-quiet" type="submit" name="choix" value="cochees">
        {t("withChosen")}
      </button>
      <button className="btn btn-quiet" type="submit" name="choix" value="toutes">
        {t("withAll", { count: total })}
      </button>
    </form>
  );
}

type Props = {
  locale: Locale;
  search: Search;
  signOut: ReactNode;
  /** What tells of the tasks that wait. */
  tasks: (props: { locale: Locale; actor: Actor }) => ReactNode;
};

const stateOf = ({ visibility, publishedAt, archivedAt, mergedIntoId }: StaffListItem) =>
  mergedIntoId !== null ? "merged" : archivedAt ? "archived" : visibility !== "public" ? "restricted" : publishedAt ? "published" : "draft";

/** How old the last backup is, for administrators. */
async function BackupLine({ locale, actor }: { locale: Locale; actor: Actor }) {
  const t = translator(locale, "admin");
  const last = await lastBackup(actor);
  return <p>{last ? t("backup.last", { date: formatMoment(locale, last.takenAt), days: last.days }) : t("backup.none")}</p>;
}

/** What readers propose that waits to be read. */
async function QueueLine({ locale, actor }: { locale: Locale; actor: Actor }) {
  const t = translator(locale, "proposals");
  const { count, oldest } = await queueOf(actor);
  return (
    <p>
      <a href={localPath(locale, "/admin/propositions")}>{t("queue.waiting", { count })}</a>
      {oldest ? `, ${t("queue.oldest", { date: formatDate(locale, oldest.toISOString().slice(0, 10)) })}` : null}.
    </p>
  );
}

/** Under the name: where something was found that is not in it, and what is missing. */
function Asides({ locale, found, lacking }: { locale: Locale; found: readonly FoundIn[]; lacking: readonly ExpectedField[] }) {
  const t = translator(locale, "staffViews");
  const list = (names: readonly string[]) => [...new Set(names)].join(", ");
  const nameOf = ({ field, channel, restricted }: FoundIn) => {
    const others: Record<string, string> = { note: translator(locale, "admin")("generalNote"), [MEMBERS_FOUND]: t("members") };
    const name = channel ? labelsOf(locale).contactChannel[channel] : (others[field] ?? fieldLabel(locale, field));
    return restricted ? t("restricted", { field: name }) : name;
  };
  return (
    <>
      {found.length > 0 ? <span className="aside block">{t("foundIn", { fields: list(found.map(nameOf)) })}</span> : null}
      {lacking.length > 0 ? (
        <span className="aside block">{t("missing", { fields: list(lacking.map((field) => translator(locale, "admin")(`list.missingOf.${field}`))) })}</span>
      ) : null}
    </>
  );
}

/** The entries that lack something, those that lack most first. */
const TO_COMPLETE: StaffListQuery = { q: "", page: 1, state: "current", completeness: "incomplete", order: "missing" };

/** `/admin`: every organisation, whatever its state. */
export async function ListPage({ locale, search, signOut, tasks: TasksLine }: Props) {
  const { actor, frame } = await staffPage(locale, "/admin", signOut);
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const query = listQuery(search);
  const { total, items } = await listForStaff(actor, query);
  const slugs = items.map(({ slug }) => slug);
  const isAboutLacks = query.order === "missing" || query.missing || query.completeness === "incomplete";
  const [places, found, lacking] = await Promise.all([
    entryPlaces(actor, slugs),
    foundIn(actor, query.q, slugs),
    isAboutLacks ? lackingOf(actor, slugs) : new Map<string, ExpectedField[]>(),
  ]);
  const mayEdit = (slug: string) => {
    const place = places.get(slug);
    return place !== undefined && canEditOrganisation(actor, place);
  };
  const rights = translator(locale, "rights");
  const views = translator(locale, "staffViews");
  const entry = (slug: string) => localPath(locale, `/admin/organisations/${slug}`);
  return (
    <StaffFrame {...frame} title={t("title")} lead={t("list.lead")} below={undefined}>
      {search.fait === "mot-de-passe" ? <Notice kind="success">{t("passwordChanged")}</Notice> : null}
      <TasksLine locale={locale} actor={actor} />
      {search.fait === "trop" ? <Notice kind="warning">{translator(locale, "imports")("export.tooMany", { limit: MOST_IN_WORKBOOK })}</Notice> : null}
      {canReviewProposals(actor) ? <QueueLine locale={locale} actor={actor} /> : null}
      <p>
        <a href={localPath(locale, `/admin${listSearch(TO_COMPLETE, 1)}`)}>{views("toComplete")}</a>.
      </p>
      {canManageUsers(actor) ? <BackupLine locale={locale} actor={actor} /> : null}
      {actor.zonePaths.length > 0 && canCreateOrganisation(actor) ? <p>{rights("zones", { zones: await zoneNames(actor) })}</p> : null}
      {canPropose(actor) ? (
        <p className="my-5">
          <a className="btn" href={localPath(locale, canCreateOrganisation(actor) ? "/admin/organisations/nouvelle" : "/admin/proposer")}>
            {canCreateOrganisation(actor) ? t("newOrganisation") : rights("proposeNew")}
          </a>
        </p>
      ) : null}
      <StaffFilters locale={locale} actor={actor} query={query} path="/admin" />
      <p role="status" className="strong">
        {t("list.total", { count: total })}
      </p>
      {total > 0 ? (
        <p>
          <a href={localPath(locale, `/admin/carte${listSearch({ ...query, order: null }, 1)}`)}>{views("seeMap")}</a>
        </p>
      ) : null}
      {canExport(actor) && total > 0 ? <ExportPanel locale={locale} query={query} /> : null}
      {items.length === 0 ? (
        <p>
          {t("list.empty")} <a href={localPath(locale, "/admin")}>{t("list.reset")}</a>
        </p>
      ) : (
        <Table
          rows={items}
          keyOf={({ slug }) => slug}
          columns={[
            {
              head: t("list.name"),
              cell: ({ slug, name, acronym }) => (
                <label className="choice">
                  <input type="checkbox" form={CHOOSING} name="fiche" value={slug} />
                  <span>
                    {acronym ? `${name} (${acronym})` : name}
                    <Asides locale={locale} found={found.get(slug) ?? []} lacking={lacking.get(slug) ?? []} />
                  </span>
                </label>
              ),
            },
            { head: t("list.kind"), cell: ({ kind }) => labels.kind[kind] },
            { head: t("list.state"), cell: (item) => t(`state.${stateOf(item)}`) },
            { head: t("list.updated"), cell: ({ updatedAt }) => formatDate(locale, updatedAt.toISOString()) },
            { head: t("list.verified"), cell: ({ verifiedAt }) => (verifiedAt ? formatDate(locale, verifiedAt.toISOString()) : t("list.never")) },
            {
              head: t("list.actions"),
              cell: ({ slug, name }) => (
                <>
                  {mayEdit(slug) ? (
                    <a href={entry(slug)} aria-label={t("list.editOne", { name })}>
                      {t("list.edit")}
                    </a>
                  ) : (
                    <a href={entry(slug)} aria-label={rights("readOne", { name })}>
                      {rights("read")}
                    </a>
                  )}{" "}
                  <a href={`${entry(slug)}/historique`} aria-label={t("list.historyOne", { name })}>
                    {t("list.history")}
                  </a>
                </>
              ),
            },
          ]}
        />
      )}
      {total > 0 ? <Choosing locale={locale} query={query} total={total} /> : null}
      <Pagination
        locale={locale}
        page={query.page}
        pageCount={Math.ceil(total / STAFF_PAGE_SIZE)}
        hrefOf={(page) => localPath(locale, `/admin${listSearch(query, page)}`)}
      />
    </StaffFrame>
  );
}
