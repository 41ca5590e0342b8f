import type { StaffListQuery } from "@/data/editing/staff-query";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { staffColumns } from "./export-columns";
import { listSearch } from "./list-query";

/** The way to take the list away as a file: which columns, in which format. */
export function ExportPanel({ locale, query }: { locale: Locale; query: StaffListQuery }) {
  const t = translator(locale, "imports");
  const filters = [...new URLSearchParams(listSearch(query, 1))];
  return (
    <details className="staff-more my-5">
      <summary className="py-1">{t("export.title")}</summary>
      <form action={localPath(locale, "/admin/export")} method="get" className="my-3">
        <p>{t("export.lead")}</p>
        {filters.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="my-3">
          <legend className="field-label">{t("export.columns")}</legend>
          <div>
            {staffColumns(locale).map(({ name, head }) => (
              <label key={name} className="choice">
                <input type="checkbox" name="colonne" value={name} defaultChecked /> {head}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="my-3">
          <legend className="field-label">{t("export.format")}</legend>
          <label className="choice">
            <input type="radio" name="format" value="csv" defaultChecked /> {t("export.csv")}
          </label>
          <label className="choice">
            <input type="radio" name="format" value="xlsx" /> {t("export.xlsx")}
          </label>
        </fieldset>
        <button className="btn" type="submit">
          {t("export.submit")}
        </button>
      </form>
    </details>
  );
}
