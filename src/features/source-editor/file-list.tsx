import "server-only";
import { ButtonForm } from "@/components/button-form";
import type { StaffSourceFile } from "@/data/source/files";
import { FILE_TYPES, FILE_VISIBILITIES } from "@/domain/source-file";
import { localPath, type Locale } from "@/i18n/locales";
import { formatBytes, formatMoment, labelsOf, translator } from "@/i18n/translator";
import { addFileAction, removeFileAction } from "./actions";
import { FileForm } from "./files";

type Props = { locale: Locale; slug: string; files: readonly StaffSourceFile[] };

/** What proves a source: each file to download or remove, and one more. */
export function Files({ locale, slug, files }: Props) {
  const t = translator(locale, "documents");
  const visibilityLabel = labelsOf(locale).visibility;
  return (
    <section className="section py-6" aria-labelledby="fichiers">
      <h2 id="fichiers">{t("files.title")}</h2>
      <p className="measure">{t("files.lead")}</p>
      <ul className="contact-list my-4">
        {files.map(({ id, name, size, visibility, addedBy, addedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <a href={localPath(locale, `/admin/sources/${slug}/fichiers/${id}`)} download>
              {name}
            </a>
            <span className="aside">
              {formatBytes(locale, size)}, {visibilityLabel[visibility].toLocaleLowerCase(locale)},{" "}
              {t("files.by", { who: addedBy, when: formatMoment(locale, addedAt) })}
            </span>
            <ButtonForm
              action={removeFileAction.bind(null, locale, slug)}
              values={{ file: id }}
              label={t("files.remove")}
              title={t("files.removeOf", { name })}
            />
          </li>
        ))}
      </ul>
      <FileForm
        words={{
          file: t("files.file"),
          hint: t("files.hint"),
          visibility: t("files.visibility"),
          visibilityHint: t("files.visibilityHint"),
          add: t("files.add"),
        }}
        visibilities={FILE_VISIBILITIES.map((value) => ({ value, label: visibilityLabel[value] }))}
        accept={FILE_TYPES.join(",")}
        action={addFileAction.bind(null, locale, slug)}
      />
    </section>
  );
}
