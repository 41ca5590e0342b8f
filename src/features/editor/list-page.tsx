import type { ReactNode } from "react";
import { canManageUsers, canReviewProposals } from "@/auth/permissions";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { citableSources } from "@/data/editing/edit-form";
import { zoneTree } from "@/data/zone/tree";
import { lastBackup } from "@/data/backup/last";
import { FRESHNESS, listForStaff, MISSING_FIELDS, STAFF_PAGE_SIZE, STAFF_STATES, type StaffListItem, type StaffListQuery } from "@/data/editing/staff-list";
import { queueOf } from "@/data/proposal/queue";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, formatMoment, labelsOf, translator } from "@/i18n/translator";
import { optionsOf } from "./field-blocks";
import { listQuery, listSearch, type Search } from "./list-query";
import { staffPage } from "./staff-page";

type Props = { locale: Locale; search: Search; signOut: ReactNode };

const stateOf = ({ visibility, publishedAt }: StaffListItem) => (visibility !== "public" ? "restricted" : publishedAt ? "published" : "draft");

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

/** What else narrows the list: what an entry lacks, how fresh it is, where it works, on what and who says so. */
async function moreFilters(locale: Locale, actor: Actor, { missing, freshness, zone, theme, source }: StaffListQuery) {
  const t = translator(locale, "admin");
  const [zones, sources] = await Promise.all([zoneTree(), citableSources(actor)]);
  const levels = labelsOf(locale).zoneLevel;
  return [
    { name: "manque", label: t("list.missing"), value: missing, options: MISSING_FIELDS.map((value) => ({ value, label: t(`list.missingOf.${value}`) })) },
    {
      name: "verification",
      label: t("list.freshness"),
      value: freshness,
      options: FRESHNESS.map((value) => ({ value, label: t(`list.freshnessOf.${value}`) })),
    },
    {
      name: "zone",
      label: t("list.zone"),
      value: zone,
      options: zones.map(({ slug, name, level }) => ({ value: slug, label: `${name} (${levels[level].toLowerCase()})` })),
    },
    { name: "theme", label: t("list.theme"), value: theme, options: optionsOf(labelsOf(locale).theme) },
    { name: "source", label: t("field.source"), value: source, options: sources.map(({ slug, title }) => ({ value: slug, label: title })) },
  ];
}

/** `/admin`: every organisation, whatever its state. */
export async function ListPage({ locale, search, signOut }: Props) {
  const { actor, frame } = await staffPage(locale, "/admin", signOut);
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const query = listQuery(search);
  const { total, items } = await listForStaff(actor, query);
  const states = [{ value: "", label: t("list.anyState") }, ...STAFF_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))];
  const kinds = [{ value: "", label: t("list.anyKind") }, ...optionsOf(labels.kind)];
  const more = await moreFilters(locale, actor, query);
  const entry = (slug: string) => localPath(locale, `/admin/organisations/${slug}`);
  return (
    <StaffFrame {...frame} title={t("title")} lead={t("list.lead")} trail={[]}>
      {search.fait === "mot-de-passe" ? <Notice kind="success">{t("passwordChanged")}</Notice> : null}
      {canReviewProposals(actor) ? <QueueLine locale={locale} actor={actor} /> : null}
      {canManageUsers(actor) ? <BackupLine locale={locale} actor={actor} /> : null}
      <p className="my-5">
        <a className="btn" href={localPath(locale, "/admin/organisations/nouvelle")}>
          {t("newOrganisation")}
        </a>
      </p>
      <form action={localPath(locale, "/admin")} method="get" role="search" className="staff-search my-5">
        <Field id="q" label={t("list.search")}>
          {(control) => <input {...control} className="input" name="q" type="search" maxLength={200} defaultValue={query.q} />}
        </Field>
        <Field id="etat" label={t("list.state")}>
          {(control) => <Select {...control} name="etat" defaultValue={query.state ?? ""} options={states} />}
        </Field>
        <Field id="kind" label={t("list.kind")}>
          {(control) => <Select {...control} name="kind" defaultValue={query.kind ?? ""} options={kinds} />}
        </Field>
        <button className="btn" type="submit">
          {t("list.submit")}
        </button>
        <details className="staff-more" open={more.some(({ value }) => value)}>
          <summary className="py-1">{t("list.moreFilters")}</summary>
          <div className="staff-search-more">
            {more.map(({ name, label, value, options }) => (
              <Field key={name} id={name} label={label}>
                {(control) => <Select {...control} name={name} defaultValue={value ?? ""} options={[{ value: "", label: t("list.any") }, ...options]} />}
              </Field>
            ))}
          </div>
        </details>
      </form>
      <p role="status" className="strong">
        {t("list.total", { count: total })}
      </p>
      {items.length === 0 ? (
        <p>
          {t("list.empty")} <a href={localPath(locale, "/admin")}>{t("list.reset")}</a>
        </p>
      ) : (
        <Table
          rows={items}
          keyOf={({ slug }) => slug}
          columns={[
            { head: t("list.name"), cell: ({ name, acronym }) => (acronym ? `${name} (${acronym})` : name) },
            { head: t("list.kind"), cell: ({ kind }) => labels.kind[kind] },
            { head: t("list.state"), cell: (item) => t(`state.${stateOf(item)}`) },
            { head: t("list.updated"), cell: ({ updatedAt }) => formatDate(locale, updatedAt.toISOString()) },
            { head: t("list.verified"), cell: ({ verifiedAt }) => (verifiedAt ? formatDate(locale, verifiedAt.toISOString()) : t("list.never")) },
            {
              head: t("list.actions"),
              cell: ({ slug, name }) => (
                <>
                  <a href={entry(slug)} aria-label={t("list.editOne", { name })}>
                    {t("list.edit")}
                  </a>{" "}
                  <a href={`${entry(slug)}/historique`} aria-label={t("list.historyOne", { name })}>
                    {t("list.history")}
                  </a>
                </>
              ),
            },
          ]}
        />
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
