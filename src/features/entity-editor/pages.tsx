import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canEditEntity } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { entityPath } from "@/components/entity/link";
import { findEditableRecord, listRecordsForStaff, type StaffRecord } from "@/data/editing/entity-form";
import { EDITED, isNoun, type Edited, type EditedRecord } from "@/domain/edited";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import { TYPOLOGIES, type Typology } from "@/domain/vocabularies";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { publishEntityAction, saveEntityAction } from "./actions";
import { EntityForm } from "./entity-form";
import { History } from "./history";
import { keyOf, recordOfKey } from "./key";
import { specOf } from "./spec";

const PATH = "/admin/autres";

/** Who asks, and the frame of their pages. */
async function framed(locale: Locale, back: string, signOut: ReactNode) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back, may: canEditEntity, wanted: "edit_entity" });
  return { actor, frame: { locale, actor, tab: PATH, signOut } as const };
}

/** How a kind of record is called. */
function kindLabel(locale: Locale, edited: Edited): string {
  if (isNoun(edited)) return labelsOf(locale).noun[edited];
  return translator(locale, "entityEditor")(edited === "zone" ? "figuresOfZones" : "typologies");
}

const nameOf = (locale: Locale, { edited, slug, name }: StaffRecord): string =>
  edited === "typology" ? labelsOf(locale).typology[slug as Typology] : (name ?? slug);

/** Where the public reads of a record. */
function publicPath({ edited, slug, publishedAt }: StaffRecord): string | null {
  if (edited === "zone") return `/zones/${slug}`;
  if (edited === "typology") return `/typologies/${slug}`;
  return publishedAt ? entityPath({ noun: edited, slug }) : null;
}

const TYPOLOGY_RECORDS: readonly StaffRecord[] = TYPOLOGIES.map((slug) => ({ edited: "typology", slug, name: null, publishedAt: null }));

/** `/admin/autres`: everything beside organisations that staff edit, published or not. */
export async function StaffEntitiesPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, PATH, signOut);
  const t = translator(locale, "entityEditor");
  const admin = translator(locale, "admin");
  const records = [...(await listRecordsForStaff(actor)), ...TYPOLOGY_RECORDS];
  return (
    <StaffFrame {...frame} title={t("title")} lead={t("lead")}>
      {EDITED.map((edited) => {
        const ofKind = records.filter((record) => record.edited === edited);
        return (
          <details key={edited} className="section py-4">
            <summary>
              <span className="strong">{kindLabel(locale, edited)}</span> <span className="choice-count">{ofKind.length}</span>
            </summary>
            {isNoun(edited) ? (
              <p className="my-3">
                <a href={localPath(locale, `${PATH}/${edited}`)}>{t("new", { noun: kindLabel(locale, edited) })}</a>
              </p>
            ) : null}
            <ul className="contact-list">
              {ofKind.map((record) => (
                <li key={record.slug}>
                  <a href={localPath(locale, `${PATH}/${keyOf(record)}`)}>{nameOf(locale, record)}</a>
                  {isNoun(edited) && !record.publishedAt ? <span className="aside"> {admin("state.draft")}</span> : null}
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

type EditProps = { locale: Locale; entityKey: string; search: Search; signOut: ReactNode };

/** `/admin/autres/{kind}-{slug}`, or `/admin/autres/{noun}` for a new one. */
export async function EditEntityPage({ locale, entityKey: key, search, signOut }: EditProps) {
  const asked = recordOfKey(key);
  if (!asked || (asked.slug === null && !isNoun(asked.edited))) notFound();
  const { actor, frame } = await framed(locale, `${PATH}/${key}`, signOut);
  const { edited, slug } = asked;
  const record = slug === null ? null : await findEditableRecord(actor, { edited, slug } satisfies EditedRecord);
  if (slug !== null && !record) notFound();
  const t = translator(locale, "admin");
  const own = translator(locale, "entityEditor");
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((word) => word === search.fait);
  const page = record && publicPath(record);
  return (
    <StaffFrame
      {...frame}
      title={record ? nameOf(locale, record) : own("new", { noun: kindLabel(locale, edited) })}
      lead={kindLabel(locale, edited)}
      below={[]}
    >
      {done ? <Notice kind={done === "impossible" ? "info" : "success"}>{own(`done.${DONE[done]}`)}</Notice> : null}
      {record ? (
        <div className="form-actions my-4">
          {isNoun(edited) ? (
            <ButtonForm
              action={publishEntityAction.bind(null, locale, key)}
              values={{ action: record.publishedAt ? "unpublish" : "publish" }}
              label={t(record.publishedAt ? "edit.unpublish" : "edit.publish")}
            />
          ) : null}
          {page ? <a href={localPath(locale, page)}>{t("edit.view")}</a> : null}
        </div>
      ) : null}
      <EntityForm
        spec={await specOf(locale, actor, edited, record)}
        initial={{
          serial: 0,
          typed: { source: CORRECTION_SOURCE, said_on: new Date().toISOString().slice(0, 10) },
          withdraw: [],
          version: String(record?.version ?? ""),
          errors: {},
          notice: null,
        }}
        action={saveEntityAction.bind(null, locale, key)}
      />
      {record ? <History locale={locale} recordKey={key} record={record} /> : null}
    </StaffFrame>
  );
}
