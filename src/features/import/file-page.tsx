import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonForm } from "@/components/button-form";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { countRows, findBatch, type Batch } from "@/data/batch/staging";
import { keptEntries } from "@/data/batch/undo";
import { database } from "@/data/client";
import type { Actor } from "@/domain/actor";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { pageOf, type Search } from "@/lib/http/search";
import { describeAgainAction, dropAction, planAction, undoBatchAction, writeAction } from "./actions";
import { KeptUntil } from "./kept-until";
import { MappingForm } from "./mapping";
import { Preview, VIEWS } from "./preview";
import { IMPORT_PATH, importer } from "./upload";

type Props = { locale: Locale; id: string; search: Search; signOut: ReactNode };
type Shown = { locale: Locale; actor: Actor; batch: Batch };

/** `/admin/import/{id}`: a file from its reading to its writing, and back. */
export async function ImportFilePage({ locale, id, search, signOut }: Props) {
  const actor = await importer(locale, `${IMPORT_PATH}/${id}`);
  const batch = /^\d{1,9}$/.test(id) ? await findBatch(actor, Number(id)) : null;
  if (!batch) notFound();
  const t = translator(locale, "imports");
  const failed = (["not_undoable", "later_changes"] as const).find((word) => word === search.fait);
  return (
    <StaffFrame {...{ locale, actor, tab: IMPORT_PATH, below: [], signOut }} title={batch.fileName} lead={t(`state.${batch.state}`)}>
      {search.fait === "choisi" ? <Notice kind="success">{t("preview.decided")}</Notice> : null}
      {search.fait === "parti" ? <Notice kind="warning">{t("gone")}</Notice> : null}
      {failed ? <Notice kind="warning">{t(`done.${failed}`)}</Notice> : null}
      <Stage {...{ locale, actor, batch, search }} />
      <KeptUntil locale={locale} batch={batch} />
    </StaffFrame>
  );
}

function Stage({ locale, actor, batch, search }: Shown & { search: Search }) {
  const t = translator(locale, "imports");
  const page = pageOf(search.page);
  if (batch.state === "reading" || batch.state === "writing") return <UnderWay locale={locale} batch={batch} />;
  if (batch.state === "written" || batch.state === "undone") return <Done {...{ locale, actor, batch }} />;
  if (batch.emptiedAt) return null;
  return (
    <>
      {batch.state === "staged" ? (
        <>
          {batch.failure ? <Notice kind="error">{t(`failure.${batch.failure.reason === "unavailable" ? "unavailable" : "failed"}`)}</Notice> : null}
          <MappingForm {...{ locale, actor, batch }} incomplete={search.fait === "incomplet"} />
        </>
      ) : (
        <Preview {...{ locale, actor, batch, page }} view={VIEWS.find((view) => view === search.voir) ?? null} />
      )}
      <div className="form-actions mt-6">
        {batch.state === "ready" ? <ButtonForm action={describeAgainAction.bind(null, locale, batch.id)} label={t("mapping.again")} /> : null}
        <ButtonForm action={dropAction.bind(null, locale, batch.id)} label={t("drop")} />
      </div>
    </>
  );
}

/** How far a work is. The page asks again by itself, without a script. */
function UnderWay({ locale, batch }: { locale: Locale; batch: Batch }) {
  const t = translator(locale, "imports");
  const reading = batch.state === "reading";
  if (batch.stopped)
    return (
      <Notice kind="warning">
        <p>{t(reading ? "work.stoppedReading" : "work.stoppedWriting")}</p>
        <ButtonForm
          action={(reading ? planAction : writeAction).bind(null, locale, batch.id)}
          label={t(reading ? "work.restartReading" : "work.restartWriting")}
          main
          className="my-3"
        />
      </Notice>
    );
  return (
    <>
      <meta httpEquiv="refresh" content="2" />
      <h2>{t(reading ? "work.reading" : "work.writing")}</h2>
      <p>
        <progress value={batch.done} max={batch.rowCount} aria-label={t(reading ? "work.reading" : "work.writing")} />
      </p>
      <p role="status">{t("work.progress", { done: batch.done, count: batch.rowCount })}</p>
      {reading ? null : <p>{t("work.writingNote")}</p>}
      <p>
        <a href={localPath(locale, `${IMPORT_PATH}/${batch.id}`)}>{t("work.refresh")}</a>
      </p>
    </>
  );
}

/** What was written, and the way back. */
async function Done({ locale, actor, batch }: Shown) {
  const t = translator(locale, "imports");
  const counts = await countRows(database(), batch.id);
  if (batch.state === "undone") {
    const kept = await keptEntries(actor, batch.changeSetId!);
    return (
      <>
        <Notice kind="success" title={t("done.undone")} />
        {kept.total > 0 ? (
          <>
            <p className="my-3">{t("done.kept", { count: kept.total })}</p>
            <ul>
              {kept.entries.map(({ slug, name, fields }) => (
                <li key={slug}>
                  <a href={localPath(locale, `/admin/organisations/${slug}`)}>{name}</a>{" "}
                  <span className="aside">{fields.map((field) => (field === null ? t("done.whole") : fieldLabel(locale, field))).join(", ")}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </>
    );
  }
  return (
    <>
      <Notice kind="success" title={t("done.title")}>
        {batch.emptiedAt ? null : <p>{t("done.lead", { made: counts.new, changed: counts.changed })}</p>}
      </Notice>
      <ButtonForm action={undoBatchAction.bind(null, locale, batch.id)} label={t("done.undo")} className="my-5">
        <p>{t("done.undoLead")}</p>
      </ButtonForm>
    </>
  );
}
