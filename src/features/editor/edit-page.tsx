import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { canCreateOrganisation, canEditOrganisation, canPublish } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { presentStatements } from "@/data/change/versions";
import { citableSources, type EditableOrganisation, findEditable, referenceNames } from "@/data/editing/edit-form";
import { entryPlace } from "@/data/editing/entry-place";
import { survivorOf } from "@/data/merge/merge";
import { STAFF_BASES } from "@/domain/organisation-input";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { valueNames } from "@/i18n/value-text";
import { type Search } from "@/lib/http/search";
import { publicationAction, saveAction } from "./actions";
import { firstState } from "./answer";
import { EntryState } from "./entry-state";
import { SECTION_PARAMETER } from "./form-spec";
import { valuesOfNewOrganisation, valuesOfOrganisation } from "./kept-values";
import { OrganisationForm } from "./organisation-form";
import { ReadEntry } from "./read-entry";
import { saidByControl } from "./said-now";
import { formSpec } from "./spec";
import { staffPage } from "./staff-page";
import { namedIn } from "./version-parts";

const DONE = {
  creee: "created",
  enregistree: "saved",
  inchangee: "unchanged",
  publiee: "published",
  retiree: "unpublished",
  verifiee: "wasVerified",
  archivee: "archived",
  ramenee: "restored",
  fusionnee: "merged",
} as const;

/** `/admin/organisations/nouvelle`. */
export async function NewOrganisationPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await staffPage(locale, "/admin/organisations/nouvelle", signOut);
  // Who may not make an entry may propose one.
  if (!canCreateOrganisation(actor)) redirect(localPath(locale, "/admin/proposer"));
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
function Publication({ locale, organisation: { slug, publishedAt } }: { locale: Locale; organisation: EditableOrganisation }) {
  const t = translator(locale, "admin");
  return (
    <ButtonForm
      action={publicationAction.bind(null, locale, slug)}
      values={{ action: publishedAt ? "unpublish" : "publish" }}
      label={t(publishedAt ? "edit.unpublish" : "edit.publish")}
    />
  );
}

type EditProps = {
  locale: Locale;
  slug: string;
  search: Search;
  signOut: ReactNode;
  /** What else happens to an entry. */
  life: ReactNode;
  /** The internal notes and tasks. */
  work: ReactNode;
};

/** `/admin/organisations/{slug}`. */
export async function EditOrganisationPage({ locale, slug, search, signOut, life, work }: EditProps) {
  const { actor, frame } = await staffPage(locale, `/admin/organisations/${slug}`, signOut);
  const t = translator(locale, "admin");
  const [organisation, entry, sources] = await Promise.all([findEditable(actor, slug), entryPlace(actor, slug), citableSources(actor)]);
  if (!organisation || !entry) {
    const survivor = await survivorOf(actor, slug);
    if (survivor) redirect(localPath(locale, `/admin/organisations/${survivor}`));
    notFound();
  }
  if (!canEditOrganisation(actor, entry))
    return (
      <StaffFrame {...frame} title={organisation.fields.name}>
        <ReadEntry locale={locale} actor={actor} organisation={organisation} />
      </StaffFrame>
    );
  const statements = await presentStatements(actor, slug);
  const names = await referenceNames(actor, [organisation.fields, ...namedIn(statements)]);
  const spec = formSpec(locale, actor, sources, {
    visibility: organisation.fields.visibility,
    said: saidByControl(locale, valueNames(names), statements),
  });
  const last = {
    basis: STAFF_BASES.find((basis) => basis === search.fondement),
    source: sources.find((source) => source.slug === search.origine)?.slug,
  };
  const done = Object.entries(DONE).find(([word]) => word === search.fait)?.[1];
  return (
    <StaffFrame {...frame} title={organisation.fields.name} lead={t("edit.title")}>
      <OrganisationForm
        // A save leads to another address, and so to a fresh form; a refused one comes back to the same
        // address, where the key must be the same for the browser to get its own values back.
        key={String(search.version ?? "")}
        spec={spec}
        initial={firstState(valuesOfOrganisation(organisation, names, new Date(), last))}
        part={spec.sections.find(({ id }) => id === search[SECTION_PARAMETER])?.id}
        action={saveAction.bind(null, locale, slug)}
        done={done ? <Notice kind={done === "unchanged" ? "info" : "success"}>{t(`edit.${done}`)}</Notice> : null}
      >
        <div className="my-5 grid gap-3">
          <EntryState locale={locale} organisation={organisation} />
          <p>
            <a href={localPath(locale, `/admin/organisations/${slug}/accords`)}>{translator(locale, "consents")("title")}</a>
          </p>
          {canPublish(actor, entry) && !organisation.archivedAt ? <Publication locale={locale} organisation={organisation} /> : null}
        </div>
        {life}
        {work}
      </OrganisationForm>
    </StaffFrame>
  );
}
