import { canPropose } from "@/auth/permissions";
import { Notice } from "@/components/notice";
import { Pairs } from "@/components/pairs";
import { type EditableOrganisation, referenceNames } from "@/data/editing/edit-form";
import type { Actor } from "@/domain/actor";
import { EDIT_NAMES } from "@/domain/fields";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { EntryState } from "./entry-state";
import { restrictedLabel } from "./spec";
import { valueNames, valueText } from "@/i18n/value-text";
import { zoneNames } from "./zone-names";

const isSaid = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** An entry for staff who may see it and not change it: why not, what it says, and the way to propose something. */
export async function ReadEntry({ locale, actor, organisation }: { locale: Locale; actor: Actor; organisation: EditableOrganisation }) {
  const t = translator(locale, "rights");
  const { slug, fields, restricted } = organisation;
  const names = valueNames(await referenceNames(actor, [fields]));
  const { visibility } = labelsOf(locale);
  const why = actor.role === "admin" ? "" : t(`why.${actor.role}`, { zones: await zoneNames(actor) });
  return (
    <>
      <Notice title={t("readOnly")}>
        <p>{why}</p>
        {canPropose(actor) ? (
          <p>
            <a href={localPath(locale, `/admin/proposer?fiche=${slug}`)}>{t("propose")}</a>
          </p>
        ) : null}
      </Notice>
      <div className="my-5 grid gap-3">
        <EntryState locale={locale} organisation={organisation} />
      </div>
      <h2>{t("values")}</h2>
      <Pairs
        rows={EDIT_NAMES.map(({ name }) => [fieldLabel(locale, name), isSaid(fields[name]) ? valueText(locale, name, fields[name], names) : null] as const)}
      />
      {restricted.length > 0 ? (
        <>
          <h2 className="mt-6">{t("restricted")}</h2>
          <Pairs
            rows={restricted.map((value) => [
              restrictedLabel(locale, value.field),
              <span key={value.id} className="as-typed">
                {value.text} <span className="aside">({visibility[value.visibility]})</span>
              </span>,
            ])}
          />
        </>
      ) : null}
    </>
  );
}
