import type { ReactNode } from "react";
import { type FieldsControl, FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { idsForStaff, idsOfSlugs } from "@/data/editing/staff-list";
import { people } from "@/data/staff-work/people";
import type { Actor } from "@/domain/actor";
import { BULK_ACTIONS } from "@/domain/bulk";
import { STAFF_BASES } from "@/domain/organisation-input";
import { localPath, type Locale } from "@/i18n/locales";
import { termChoices } from "@/i18n/term-label";
import { labelsOf, translator } from "@/i18n/translator";
import { numberOf, pageOf, type Search } from "@/lib/http/search";
import { listQuery, listSearch, previewId } from "../list-query";
import { staffPage } from "../staff-page";
import { prepareAction } from "./actions";
import { BulkPreview } from "./preview";
import { BulkSetResult, TasksResult } from "./result";

async function controlsOf(locale: Locale): Promise<FieldsControl[]> {
  const t = translator(locale, "bulk");
  const labels = labelsOf(locale);
  const none = { value: "", label: translator(locale, "admin")("choose") };
  const chosenPeople = (await people()).map(({ id, name }) => ({ value: String(id), label: name }));
  return [
    { name: "action", label: t("action"), type: "select", options: [none, ...BULK_ACTIONS.map((value) => ({ value, label: t(`actionOf.${value}`) }))] },
    { name: "theme", label: t("theme"), hint: t("themeHint"), type: "select", options: [none, ...termChoices(locale, "theme", "staff")] },
    {
      name: "basis",
      label: t("basis"),
      hint: t("basisHint"),
      type: "select",
      options: [none, ...STAFF_BASES.map((value) => ({ value, label: labels.basis[value] }))],
    },
    { name: "text", label: t("text"), hint: t("textHint"), type: "line" },
    { name: "assigneeId", label: t("assignee"), hint: t("textHint"), type: "select", options: [none, ...chosenPeople] },
    { name: "dueOn", label: t("due"), hint: t("dueHint"), type: "date" },
  ];
}

/** What is to be done to the entries that were chosen in the list: the ticked ones, or all that its filters find. */
async function Choose({ locale, actor, search }: { locale: Locale; actor: Actor; search: Search }) {
  const t = translator(locale, "bulk");
  const query = { ...listQuery(search), page: 1 };
  const filter = listSearch(query, 1);
  const all = search.choix === "toutes";
  const slugs = [search.fiche ?? []].flat().slice(0, 1000);
  const count = (all ? await idsForStaff(actor, query) : await idsOfSlugs(actor, slugs)).length;
  const back = <a href={localPath(locale, `/admin${filter}`)}>{t("back")}</a>;
  if (count === 0)
    return (
      <Notice>
        <p>
          {t("none")} {back}
        </p>
      </Notice>
    );
  return (
    <>
      <p role="status" className="strong">
        {t("chosen", { count })}
      </p>
      <div className="my-5">
        <FieldsForm id="lot" controls={await controlsOf(locale)} submit={t("next")} initial={firstFields()} action={prepareAction.bind(null, locale)}>
          {all ? <input type="hidden" name="filtre" value={filter} /> : slugs.map((slug) => <input key={slug} type="hidden" name="fiche" value={slug} />)}
        </FieldsForm>
      </div>
      <p>{back}</p>
    </>
  );
}

const FAILED = ["gone", "nothing", "unavailable"] as const;

/** `/admin/lots`: an action on many entries, from the choice by its preview to what became of it. */
export async function BulkPage({ locale, search, signOut }: { locale: Locale; search: Search; signOut: ReactNode }) {
  const { actor, frame } = await staffPage(locale, "/admin", signOut);
  const t = translator(locale, "bulk");
  const preview = previewId(search.apercu);
  const tasks = previewId(search.taches);
  const set = numberOf(search.modification);
  const failed = FAILED.find((word) => word === search.fait);
  const left = numberOf(search.laissees);
  return (
    <StaffFrame {...frame} title={t(set || tasks ? "resultTitle" : "title")} lead={set || tasks ? undefined : t("lead")}>
      {left > 0 ? <Notice kind="warning">{t("left", { count: left })}</Notice> : null}
      {failed ? (
        <Notice kind={failed === "unavailable" ? "error" : "info"}>
          <p>
            {t(failed)} <a href={localPath(locale, "/admin")}>{t("back")}</a>
          </p>
        </Notice>
      ) : preview ? (
        <BulkPreview locale={locale} actor={actor} id={preview} page={pageOf(search.page)} />
      ) : set ? (
        <BulkSetResult locale={locale} actor={actor} id={set} undone={search.annulee} />
      ) : tasks ? (
        <TasksResult locale={locale} actor={actor} id={tasks} gone={search.retirees === undefined ? null : numberOf(search.retirees)} />
      ) : (
        <Choose locale={locale} actor={actor} search={search} />
      )}
    </StaffFrame>
  );
}
