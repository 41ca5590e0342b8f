import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canEditSource } from "@/auth/permissions";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { changesOfSource, editableSources, findEditableSource, type EditableSource } from "@/data/editing/source-save";
import { filesForStaff } from "@/data/editing/source-files";
import { SOURCE_FIELDS, type MadeSourceKind } from "@/domain/source-input";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { saveSourceAction } from "./actions";
import { Changes } from "./changes";
import { Files } from "./file-list";
import { controlsOf } from "./controls";
import { SEEN_NAME } from "./seen-name";

const PATH = "/admin/sources";

/** Who asks, and the frame of their pages. */
async function framed(locale: Locale, back: string, signOut: ReactNode) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back, may: canEditSource, wanted: "edit_source" });
  return { actor, frame: { locale, actor, tab: PATH, signOut } as const };
}

/** `/admin/sources`: the documents that are loaded, and what staff cite beside them. */
export async function StaffSourcesPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, PATH, signOut);
  const t = translator(locale, "documents");
  const sources = await editableSources(actor);
  const made = sources.filter((source) => source.made);
  return (
    <StaffFrame {...frame} title={t("title")} lead={t("lead")}>
      <p>
        <a className="btn" href={localPath(locale, `${PATH}/nouvelle`)}>
          {t("new")}
        </a>
      </p>
      <SourceList locale={locale} title={t("loaded")} sources={sources.filter((source) => !source.made)} />
      {made.length > 0 ? <SourceList locale={locale} title={t("made")} sources={made} /> : <p className="section py-5">{t("noneMade")}</p>}
    </StaffFrame>
  );
}

function SourceList({ locale, title, sources }: { locale: Locale; title: string; sources: readonly EditableSource[] }) {
  const t = translator(locale, "documents");
  return (
    <section className="section py-5">
      <h2>{title}</h2>
      <ul className="contact-list">
        {sources.map(({ slug, title: name, language, kind, made, values }) => (
          <li key={slug}>
            <a href={localPath(locale, `${PATH}/${slug}`)} lang={language === locale ? undefined : language}>
              {name}
            </a>{" "}
            <span className="aside">{[made ? t(`kind.${kind as MadeSourceKind}`) : null, values.publishedOn].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DONE = {
  enregistree: "saved",
  inchangee: "unchanged",
  fichier: "files.added",
  "fichier-retire": "files.removed",
  "fichier-absent": "files.absent",
} as const;

type EditProps = { locale: Locale; slug: string | null; search: Search; signOut: ReactNode };

/** `/admin/sources/{slug}`, or `/admin/sources/nouvelle`. */
export async function EditSourcePage({ locale, slug, search, signOut }: EditProps) {
  const { actor, frame } = await framed(locale, `${PATH}/${slug ?? "nouvelle"}`, signOut);
  const t = translator(locale, "documents");
  const source = slug === null ? null : await findEditableSource(actor, slug);
  if (slug !== null && !source) notFound();
  const done = DONE[search.fait as keyof typeof DONE];
  const seen = Object.fromEntries(SOURCE_FIELDS.map((field) => [field, source?.values[field] ?? ""]));
  const typed = source ? seen : { ...seen, language: locale };
  return (
    <StaffFrame {...frame} below={[]} title={source?.title ?? t("new")} lead={source ? undefined : t("newLead")}>
      {done ? <Notice kind="success">{t(done)}</Notice> : null}
      {source ? (
        <p className="mb-4">
          {source.made ? t("publicWhenCited") : t("loadedText")} <a href={localPath(locale, `/sources/${source.slug}`)}>{t("publicPage")}</a>
        </p>
      ) : null}
      <FieldsForm
        controls={controlsOf(locale, source?.made ?? true)}
        hidden={[SEEN_NAME]}
        submit={translator(locale, "admin")("edit.save")}
        initial={firstFields({ ...typed, [SEEN_NAME]: JSON.stringify(seen) })}
        action={saveSourceAction.bind(null, locale, slug)}
      />
      {source ? (
        <>
          <Files locale={locale} slug={source.slug} files={await filesForStaff(actor, source.slug)} />
          <Changes locale={locale} changes={await changesOfSource(actor, source.slug)} />
        </>
      ) : null}
    </StaffFrame>
  );
}
