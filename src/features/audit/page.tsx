import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { accountsByDigest } from "@/auth/audit";
import { canReadAudit } from "@/auth/permissions";
import { Field, Select } from "@/components/field";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { AUDIT_PAGE_SIZE, auditLines } from "@/data/audit/events";
import { AUDIT_KINDS } from "@/domain/audit";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { pageOf, type Search } from "@/lib/http/search";
import { auditQuery, auditSearch, fromWhere, whatWas, whoDid } from "./query";

const PATH = "/admin/journal";

type Props = { locale: Locale; search: Search; signOut: ReactNode };

/** `/admin/journal`, for administrators: what people did, by kind, person and day. */
export async function AuditPage({ locale, search, signOut }: Props) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: PATH, may: canReadAudit, wanted: "audit" });
  const t = translator(locale, "audit");
  const people = await accountsByDigest();
  const given = Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const query = auditQuery(new URLSearchParams(given), people);
  const page = pageOf(search.page);
  const { total, lines } = await auditLines(actor, query, page);
  const filters = auditSearch(query);
  const kinds = [{ value: "", label: t("anyKind") }, ...AUDIT_KINDS.map((value) => ({ value, label: t(`kindOf.${value}`) }))];
  const persons = [{ value: "", label: t("anyone") }, ...people.map(({ id, name }) => ({ value: String(id), label: name }))];
  return (
    <StaffFrame locale={locale} actor={actor} title={t("title")} lead={t("lead")} tab={PATH} signOut={signOut}>
      <form method="get" role="search" className="staff-search my-5">
        <Field id="nature" label={t("kind")}>
          {(control) => <Select {...control} name="nature" defaultValue={query.kind ?? ""} options={kinds} />}
        </Field>
        <Field id="qui" label={t("person")}>
          {(control) => <Select {...control} name="qui" defaultValue={query.person ? String(query.person.id) : ""} options={persons} />}
        </Field>
        <Field id="jour" label={t("day")}>
          {(control) => <input {...control} className="input" name="jour" type="date" defaultValue={query.day ?? ""} />}
        </Field>
        <button className="btn" type="submit">
          {t("submit")}
        </button>
      </form>
      <p role="status" className="strong">
        {t("total", { count: total })}
      </p>
      <Table
        rows={lines.map((line, index) => ({ ...line, index }))}
        keyOf={({ index }) => index}
        columns={[
          { head: t("at"), cell: ({ at }) => formatMoment(locale, at) },
          { head: t("kind"), cell: ({ kind }) => t(`kindOf.${kind}`) },
          { head: t("who"), cell: (line) => whoDid(locale, people, line) },
          { head: t("detail"), cell: (line) => whatWas(locale, line) },
          { head: t("network"), cell: (line) => fromWhere(locale, line) },
        ]}
      />
      <Pagination
        locale={locale}
        page={page}
        pageCount={Math.ceil(total / AUDIT_PAGE_SIZE)}
        hrefOf={(next) => localPath(locale, `${PATH}?${new URLSearchParams([...new URLSearchParams(filters), ...(next > 1 ? [["page", String(next)]] : [])])}`)}
      />
      <p className="my-5">
        <a href={localPath(locale, `${PATH}/csv${filters && `?${filters}`}`)}>{t("download")}</a>
      </p>
      <p className="source-note">{t("retention")}</p>
    </StaffFrame>
  );
}
