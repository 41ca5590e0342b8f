import type { EditableOrganisation } from "@/data/editing/edit-form";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";

/** Whether the public reads an entry, how fresh it is, and where else staff read of it. */
export function EntryState({ locale, organisation }: { locale: Locale; organisation: EditableOrganisation }) {
  const t = translator(locale, "admin");
  const { slug, publishedAt, archivedAt, updatedAt, verifiedAt, fields } = organisation;
  const day = (date: Date) => formatDate(locale, date.toISOString());
  return (
    <>
      <p>
        <strong>{t(`state.${archivedAt ? "archived" : publishedAt ? "published" : "draft"}`)}</strong>
        {" · "}
        {t("edit.updated", { date: day(updatedAt) })}, {verifiedAt ? t("edit.verified", { date: day(verifiedAt) }) : t("edit.neverVerified")}
      </p>
      {fields.visibility !== "public" ? <p>{t("edit.hiddenByVisibility")}</p> : null}
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {publishedAt && fields.visibility === "public" ? (
          <li>
            <a href={localPath(locale, `/organisations/${slug}`)}>{t("edit.view")}</a>
          </li>
        ) : (
          <li>
            <a href={localPath(locale, `/admin/organisations/${slug}/apercu`)}>{t("edit.preview")}</a>
          </li>
        )}
        <li>
          <a href={localPath(locale, `/admin/organisations/${slug}/historique`)}>{t("edit.history")}</a>
        </li>
      </ul>
    </>
  );
}
