import type { ReactNode } from "react";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { listBatches } from "@/data/batch/staging";
import { ROWS_KEPT_DAYS } from "@/domain/import";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, formatNumber, translator } from "@/i18n/translator";
import { FILE_FAULTS } from "@/lib/spreadsheet/fault";
import { type Search } from "@/lib/http/search";
import { IMPORT_PATH, importer } from "./upload";

/** `/admin/import`: a new file, and the last ones. */
export async function ImportFilesPage({ locale, search, signOut }: { locale: Locale; search: Search; signOut: ReactNode }) {
  const actor = await importer(locale);
  const t = translator(locale, "imports");
  const batches = await listBatches();
  const fault = (["none", ...FILE_FAULTS] as const).find((known) => known === search.refus);
  const detail = String(search.detail ?? "").slice(0, 100) || "none";
  return (
    <StaffFrame {...{ locale, actor, tab: IMPORT_PATH, signOut }} title={t("title")} lead={t("lead")}>
      {fault ? (
        <Notice kind="error" title={t("fault.title")}>
          <p>{t(`fault.${fault}`, { detail })}</p>
        </Notice>
      ) : null}
      {search.fait === "retire" ? <Notice kind="success">{t("dropped")}</Notice> : null}
      {search.fait === "parti" ? <Notice kind="warning">{t("gone")}</Notice> : null}
      <form action={localPath(locale, `${IMPORT_PATH}/fichier`)} method="post" encType="multipart/form-data" className="form my-5">
        <h2>{t("upload.title")}</h2>
        <Field id="file" label={t("upload.file")} hint={t("upload.hint", { days: ROWS_KEPT_DAYS })}>
          {(control) => <input {...control} className="input" name="file" type="file" required accept=".csv,.tsv,.txt,.xlsx" />}
        </Field>
        <div className="form-actions">
          <button className="btn" type="submit">
            {t("upload.send")}
          </button>
        </div>
      </form>
      <h2 className="mt-6">{t("list.title")}</h2>
      {batches.length === 0 ? (
        <p>{t("list.none")}</p>
      ) : (
        <Table
          rows={batches}
          keyOf={({ id }) => id}
          columns={[
            { head: t("list.file"), cell: ({ id, fileName }) => <a href={localPath(locale, `${IMPORT_PATH}/${id}`)}>{fileName}</a> },
            { head: t("list.rows"), num: true, cell: ({ rowCount }) => formatNumber(locale, rowCount) },
            { head: t("list.state"), cell: ({ state }) => t(`state.${state}`) },
            { head: t("list.who"), cell: ({ who }) => who },
            { head: t("list.when"), cell: ({ createdAt }) => formatMoment(locale, createdAt) },
          ]}
        />
      )}
    </StaffFrame>
  );
}
