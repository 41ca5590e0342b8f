import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { citableSources, type EditableOrganisation, findEditable, referenceNames } from "@/data/editing/edit-form";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { publicationAction, saveAction } from "./actions";
import { firstState } from "./answer";
import { valuesOfNewOrganisation, valuesOfOrganisation } from "./kept-values";
import type { Search } from "./list-query";
import { OrganisationForm } from "./organisation-form";
import { formSpec } from "./spec";
import { staffPage } from "./staff-page";

const DONE = {
  creee: "created",
  enregistree: "saved",
  inchangee: "unchanged",
  publiee: "published",
  retiree: "unpublished",
  verifiee: "wasVerified",
} as const;

/** `/admin/organisations/nouvelle`. */
export async function NewOrganisationPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await staffPage(locale, "/admin/organisations/nouvelle", signOut);
  const t = translator(locale, "admin");
  const sources = await citableSources(actor);
  return (
    <StaffFrame {...frame} title={t("edit.titleNew")} lead={t("edit.leadNew")}>
      <OrganisationForm
        spec={formSpec(locale, actor, sources)}
        initial={firstState(valuesOfNewOrganisation(new Date()))}
        action={saveAction.bind(null, locale, null)}
      />
    </StaffFrame>
  );
}

/** What can be done to an entry beside changing its values. */
function Publication({ locale, organisation }: { locale: Locale; organisation: EditableOrganisation }) {
  const t = translator(locale, "admin");
  const { slug, publishedAt, updatedAt, verifiedAt, fields } = organisation;
  const day = (date: Date) => formatDate(locale, date.toISOString());
  return (
    <div className="my-5 grid gap-3">
      <p>
        <strong>{t(`state.${publishedAt ? "published" : "draft"}`)}</strong>
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
      <form action={publicationAction.bind(null, locale, slug)} className="form-actions">
        <button className="btn btn-quiet" type="submit" name="action" value={publishedAt ? "unpublish" : "publish"}>
          {t(publishedAt ? "edit.unpublish" : "edit.publish")}
        </button>
        <button className="btn btn-quiet" type="submit" name="action" value="verify" aria-describedby="aide-verifier">
          {t("edit.verify")}
        </button>
      </form>
      <p className="field-hint" id="aide-verifier">
        {t("edit.verifyHint")}
      </p>
    </div>
  );
}

/** `/admin/organisations/{slug}`. */
export async function EditOrganisationPage({ locale, slug, search, signOut }: { locale: Locale; slug: string; search: Search; signOut: ReactNode }) {
  const { actor, frame } = await staffPage(locale, `/admin/organisations/${slug}`, signOut);
  const t = translator(locale, "admin");
  const [organisation, sources] = await Promise.all([findEditable(actor, slug), citableSources(actor)]);
  if (!organisation) notFound();
  const names = await referenceNames(actor, [organisation.fields]);
  const done = Object.entries(DONE).find(([word]) => word === search.fait)?.[1];
  return (
    <StaffFrame {...frame} title={organisation.fields.name} lead={t("edit.title")}>
      <OrganisationForm
        // A save leads to another address, and so to a fresh form; a refused one comes back to the same
        // address, where the key must be the same for the browser to get its own values back.
        key={String(search.version ?? "")}
        spec={formSpec(locale, actor, sources)}
        initial={firstState(valuesOfOrganisation(organisation, names, new Date()))}
        action={saveAction.bind(null, locale, slug)}
        done={done ? <Notice kind={done === "unchanged" ? "info" : "success"}>{t(`edit.${done}`)}</Notice> : null}
      >
        <Publication locale={locale} organisation={organisation} />
      </OrganisationForm>
    </StaffFrame>
  );
}
