import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { canEditEntity, canManageUsers } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { Notice } from "@/components/notice";
import { placeInSource } from "@/components/place-in-source";
import { StaffFrame } from "@/components/staff-frame";
import { entityPath } from "@/components/entity/link";
import { citableSources } from "@/data/editing/edit-form";
import { findEditableEntity, listEntitiesForStaff, type EditableEntity, type EntityChange, type HeldStatement } from "@/data/editing/entity-form";
import type { Actor } from "@/domain/actor";
import { NOUN_FIELDS, NOUNS, nounField, type Noun } from "@/domain/nouns";
import { CORRECTION_SOURCE, STAFF_BASES } from "@/domain/organisation-input";
import { localPath, type Locale } from "@/i18n/locales";
import { nounCodeLabels, nounFieldLabels } from "@/i18n/noun-codes";
import { formatMoment, labelsOf, translator } from "@/i18n/translator";
import { publishEntityAction, saveEntityAction, undoEntityAction } from "./actions";
import { EntityForm, type EntityFormSpec, type FieldSpec } from "./entity-form";
import { entityOfKey, keyOfEntity } from "./key";

const PATH = "/admin/autres";

type Search = Record<string, string | string[] | undefined>;

/** Whoever may not edit is sent to their own pages. */
async function framed(locale: Locale, path: string, signOut: ReactNode) {
  const actor = await requireActor((target) => localPath(locale, target), path);
  if (!canEditEntity(actor)) {
    await noteRefusal(actor, "edit_entity");
    redirect(localPath(locale, "/admin"));
  }
  return { actor, frame: { locale, actor, accounts: canManageUsers(actor), tab: PATH, signOut } as const };
}

/** `/admin/autres`: bodies, programmes and the other nouns, published or not. */
export async function StaffEntitiesPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, PATH, signOut);
  const t = translator(locale, "admin");
  const own = translator(locale, "entityEditor");
  const { noun: nouns } = labelsOf(locale);
  const entities = await listEntitiesForStaff(actor);
  return (
    <StaffFrame {...frame} title={own("title")} lead={own("lead")} trail={[{ href: "/admin", label: t("title") }]}>
      {NOUNS.map((noun) => {
        const ofNoun = entities.filter((entity) => entity.noun === noun);
        return (
          <details key={noun} className="section py-4">
            <summary>
              <span className="strong">{nouns[noun]}</span> <span className="choice-count">{ofNoun.length}</span>
            </summary>
            <p className="my-3">
              <a href={localPath(locale, `${PATH}/${noun}`)}>{own("new", { noun: nouns[noun] })}</a>
            </p>
            <ul className="contact-list">
              {ofNoun.map(({ slug, name, publishedAt }) => (
                <li key={slug}>
                  <a href={localPath(locale, `${PATH}/${keyOfEntity({ noun, slug })}`)}>{name ?? slug}</a>
                  {publishedAt ? null : <span className="aside"> {t("state.draft")}</span>}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </StaffFrame>
  );
}

const DONE = {
  enregistree: "saved",
  inchangee: "unchanged",
  publiee: "published",
  retiree: "unpublished",
  annulee: "undone",
  "en-partie": "partly",
  impossible: "impossible",
} as const;

/** `/admin/autres/{noun}-{slug}`, or `/admin/autres/{noun}` for a new one. */
export async function EditEntityPage({ locale, entityKey: key, search, signOut }: { locale: Locale; entityKey: string; search: Search; signOut: ReactNode }) {
  const asked = entityOfKey(key);
  if (!asked) notFound();
  const { actor, frame } = await framed(locale, `${PATH}/${key}`, signOut);
  const { noun, slug } = asked;
  const entity = slug === null ? null : await findEditableEntity(actor, noun, slug);
  if (slug !== null && !entity) notFound();
  const t = translator(locale, "admin");
  const own = translator(locale, "entityEditor");
  const labels = labelsOf(locale);
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((word) => word === search.fait);
  const page = entity && entityPath(entity);
  return (
    <StaffFrame
      {...frame}
      title={entity?.name ?? own("new", { noun: labels.noun[noun] })}
      lead={labels.noun[noun]}
      trail={[
        { href: "/admin", label: t("title") },
        { href: PATH, label: own("title") },
      ]}
    >
      {done ? <Notice kind={done === "impossible" ? "info" : "success"}>{own(`done.${DONE[done]}`)}</Notice> : null}
      {entity ? (
        <form action={publishEntityAction.bind(null, locale, key)} className="form-actions my-4">
          <button className="btn btn-quiet" name="action" value={entity.publishedAt ? "unpublish" : "publish"}>
            {t(entity.publishedAt ? "edit.unpublish" : "edit.publish")}
          </button>
          {entity.publishedAt && page ? <a href={localPath(locale, page)}>{t("edit.view")}</a> : null}
        </form>
      ) : null}
      <EntityForm
        spec={await specOf(locale, actor, noun, entity)}
        initial={{
          serial: 0,
          typed: { source: CORRECTION_SOURCE, said_on: new Date().toISOString().slice(0, 10) },
          withdraw: [],
          version: String(entity?.version ?? ""),
          errors: {},
          notice: null,
        }}
        action={saveEntityAction.bind(null, locale, key)}
      />
      {entity ? <History locale={locale} entityKey={key} entity={entity} /> : null}
    </StaffFrame>
  );
}

/** The form of a noun, with what holds of the entity. */
async function specOf(locale: Locale, actor: Actor, noun: Noun, entity: EditableEntity | null): Promise<EntityFormSpec> {
  const t = translator(locale, "admin");
  const own = translator(locale, "entityEditor");
  const labels = labelsOf(locale);
  const fieldLabel = nounFieldLabels(locale, noun);
  const codeLabels = nounCodeLabels(locale);
  const whereOf = ({ sourceTitle, place, lineStart, lineEnd, basis }: HeldStatement) =>
    [labels.basis[basis], sourceTitle, placeInSource(locale, { table: place, lineStart, lineEnd })].filter(Boolean).join(", ");
  const fields = Object.keys(NOUN_FIELDS[noun]).map((field): FieldSpec => {
    const described = nounField(noun, field)!;
    const words = codeLabels[field] ?? {};
    const held = (entity?.held ?? []).filter((statement) => statement.field === field);
    return {
      field,
      label: fieldLabel(field),
      ...(described.shape === "code"
        ? {
            type: "select" as const,
            options: [{ value: "", label: t("choose") }, ...described.codes.map((code) => ({ value: code, label: words[code] ?? code }))],
          }
        : { type: described.shape === "translated" ? ("translated" as const) : ("text" as const) }),
      hint: described.shape === "code" || described.shape === "translated" || described.shape === "text" ? undefined : own(`hint.${described.shape}`),
      held: held.map((statement) => ({
        id: statement.id,
        text: words[statement.value] ?? statement.value,
        english: statement.english,
        where: whereOf(statement),
      })),
    };
  });
  const sources = await citableSources(actor);
  return {
    fields,
    bases: [{ value: "", label: t("choose") }, ...STAFF_BASES.map((value) => ({ value, label: labels.basis[value] }))],
    sources: [{ value: CORRECTION_SOURCE, label: t("correction") }, ...sources.map(({ slug, title }) => ({ value: slug, label: title }))],
    words: {
      withdraw: own("withdraw"),
      add: own("add"),
      value: own("value"),
      french: own("french"),
      english: own("english"),
      save: t("edit.save"),
      provenance: t("section.provenance"),
      basis: t("field.basis"),
      source: t("field.source"),
      place: t("field.place"),
      said_on: t("field.said_on"),
      note: t("field.note"),
      required: translator(locale, "site")("required"),
    },
  };
}

/** The last changes, newest first, each of which can be undone. */
function History({ locale, entityKey, entity: { noun, changes } }: { locale: Locale; entityKey: string; entity: EditableEntity }) {
  const t = translator(locale, "admin");
  return (
    <section className="section py-6" aria-labelledby="historique">
      <h2 id="historique">{t("history.title")}</h2>
      <ol>
        {changes.map((change) => (
          <li key={change.id} className="py-3">
            <p>
              <span className="strong">{t(`action.${change.action}`)}</span> {t("history.by", { who: change.who, when: formatMoment(locale, change.at) })}
            </p>
            {change.state === "undone" ? <p>{t("history.undone")}</p> : null}
            {change.note ? (
              <p>
                {t("history.note")} {change.note}
              </p>
            ) : null}
            <Items locale={locale} noun={noun} change={change} />
            {change.alone && change.state === "accepted" && change.action === "updated" ? (
              <form action={undoEntityAction.bind(null, locale, entityKey)} className="form-actions">
                <input type="hidden" name="modification" value={change.id} />
                <button className="btn btn-quiet" aria-label={t("history.undoOf", { when: formatMoment(locale, change.at), who: change.who })}>
                  {t("history.undo")}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Items({ locale, noun, change: { items } }: { locale: Locale; noun: Noun; change: EntityChange }) {
  const own = translator(locale, "entityEditor");
  const labels = nounFieldLabels(locale, noun);
  const shown = items.filter(({ before, after }) => before !== null || after !== null);
  if (shown.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {shown.map(({ field, before, after }, index) => (
        <li key={index}>
          {field === null ? "" : labels(field)} : {before === null ? own("added", { value: String(after) }) : own("withdrawn", { value: String(before) })}
        </li>
      ))}
    </ul>
  );
}
