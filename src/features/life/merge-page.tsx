import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { requireActor } from "@/auth/actor";
import { canMerge } from "@/auth/permissions";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { entryPlace } from "@/data/editing/entry-place";
import { meantEntry, previewMerge, type MergePreview } from "@/data/merge/merge";
import type { Actor } from "@/domain/actor";
import { editNames } from "@/domain/fields";
import { namesTogether } from "@/domain/merge";
import { fieldLabel } from "@/i18n/field-label";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { mergeAction } from "./actions";
import { MergeForm, type MergeChoice } from "./merge-form";
import { mergePath } from "./merge-path";
import { SideBySide, textsOf } from "./side-by-side";

type Props = { locale: Locale; slug: string; search: Search; signOut: ReactNode };

/** `/admin/organisations/{slug}/fusion`: which other entry is the same; with `?avec=`, the two beside each other. */
export async function MergePage({ locale, slug, search, signOut }: Props) {
  const toPath = pathsIn(locale);
  const path = `/admin/organisations/${slug}/fusion`;
  const entry = await entryPlace(await requireActor(toPath, path), slug);
  if (!entry) notFound();
  const actor = await requireAllowed({ toPath, back: path, may: (asking) => canMerge(asking, entry), wanted: "merge" });
  const t = translator(locale, "life");
  const typed = String(search.avec ?? "").slice(0, 300);
  const other = typed.trim() === "" ? null : await meantEntry(actor, typed);
  const preview = other === null ? null : await previewMerge(actor, slug, other);
  const below = [{ href: `/admin/organisations/${slug}`, label: preview?.survivor.name ?? slug }];
  return (
    <StaffFrame {...{ locale, actor, tab: "/admin", below, signOut }} title={t("merge.title")} lead={t("merge.lead")}>
      {preview && other !== slug ? (
        <Comparison locale={locale} actor={actor} preview={preview} />
      ) : (
        <form action={toPath(path)} method="get" className="form my-5">
          <Field
            id="avec"
            label={t("merge.other")}
            hint={t("merge.otherHint")}
            error={typed.trim() === "" ? null : t(other === slug ? "merge.refusal.itself" : "merge.unknown")}
          >
            {(control) => <input {...control} className="input" name="avec" required maxLength={300} defaultValue={typed} />}
          </Field>
          <div className="form-actions">
            <button className="btn" type="submit">
              {t("merge.search")}
            </button>
          </div>
        </form>
      )}
    </StaffFrame>
  );
}

async function Comparison({ locale, actor, preview: { survivor, merged, choices, refusal } }: { locale: Locale; actor: Actor; preview: MergePreview }) {
  const t = translator(locale, "life");
  const names = { survivor: survivor.name, merged: merged.name };
  const text = await textsOf(locale, actor, [survivor, merged]);
  const told = choices.map((code): MergeChoice => {
    const of = (side: number) =>
      namesTogether(code)
        .filter((name) => [survivor, merged][side]!.fields[name] !== null)
        .map((name) => text(side, name))
        .join(" · ");
    return { code, label: fieldLabel(locale, editNames(code)[0]!.name), survivor: of(0), merged: of(1) };
  });
  return (
    <>
      {refusal ? (
        <Notice kind="error">{t(`merge.refusal.${refusal}`)}</Notice>
      ) : (
        <>
          <p>
            {t("merge.keep", names)} <a href={localPath(locale, mergePath(merged.slug, survivor.slug))}>{t("merge.swap", names)}</a>
          </p>
          {survivor.publishedAt && !merged.publishedAt ? <Notice kind="warning">{t("merge.draft", names)}</Notice> : null}
          <MergeForm
            choices={told}
            versions={{ survivor: survivor.version, merged: merged.version }}
            words={{
              choices: t(told.length > 0 ? "merge.choices" : "merge.noChoice"),
              note: t("merge.note"),
              noteHint: t("merge.noteHint"),
              submit: t("merge.submit"),
            }}
            action={mergeAction.bind(null, locale, { survivor: survivor.slug, merged: merged.slug })}
          />
        </>
      )}
      <SideBySide locale={locale} actor={actor} sides={[survivor, merged]} />
    </>
  );
}
