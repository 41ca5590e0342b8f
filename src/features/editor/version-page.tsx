import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { canEditOrganisation } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { versionsOf, type Naming, type VersionStatement } from "@/data/change/versions";
import { entryPlace } from "@/data/editing/entry-place";
import { referenceNames } from "@/data/editing/edit-form";
import { isNoun } from "@/domain/edited";
import { FIELD_CODES } from "@/domain/fields";
import type { Typology } from "@/domain/vocabularies";
import { fieldLabel } from "@/i18n/field-label";
import { nounFieldLabels } from "@/i18n/noun-codes";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, labelsOf, translator } from "@/i18n/translator";
import { staffPage } from "./staff-page";
import { valueNames } from "@/i18n/value-text";
import { restoreAction } from "./version-actions";
import { namedIn, Origin, statementText } from "./version-parts";

type Props = { locale: Locale; slug: string; id: number; signOut: ReactNode };

function NamedBy({ locale, namings }: { locale: Locale; namings: readonly Naming[] }) {
  if (namings.length === 0) return null;
  const hrefOf = ({ organisation, record }: Naming) =>
    organisation ? `/admin/organisations/${organisation}` : `/admin/autres/${record!.edited}-${record!.slug}`;
  const nameOf = ({ name, record, organisation }: Naming) => name ?? labelsOf(locale).typology[record?.slug as Typology] ?? record?.slug ?? organisation;
  return (
    <section>
      <h2>{translator(locale, "versions")("namedBy")}</h2>
      <ul className="my-4">
        {namings.map((naming, index) => (
          <li key={index}>
            {naming.record && isNoun(naming.record.edited) ? nounFieldLabels(locale, naming.record.edited)(naming.field) : fieldLabel(locale, naming.field)}{" "}
            {"– "}
            <a href={localPath(locale, hrefOf(naming))}>{nameOf(naming)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `/admin/organisations/{slug}/historique?version={id}`: the entry as one change left it. */
export async function VersionPage({ locale, slug, id, signOut }: Props) {
  const path = `/admin/organisations/${slug}`;
  const { actor, frame } = await staffPage(locale, `${path}/historique?version=${id}`, signOut);
  const [found, place] = await Promise.all([versionsOf(actor, slug, [id] as const), entryPlace(actor, slug)]);
  if (!found || !place) notFound();
  const [version] = found.versions;
  const t = translator(locale, "versions");
  const shared = { locale, names: valueNames(await referenceNames(actor, namedIn(version.statements))) };
  const fields = FIELD_CODES.map((field) => ({ field, said: version.statements.filter((statement) => statement.field === field) })).filter(
    ({ said }) => said.length > 0,
  );
  const below = [
    { href: path, label: found.name },
    { href: `${path}/historique`, label: translator(locale, "changes")("history.title") },
  ];
  const cellOf = (statement: VersionStatement) => (
    <li key={statement.id} className="py-1">
      <span lang={statement.language ?? undefined}>{statementText(shared, statement)}</span>
      <Origin locale={locale} statement={statement} />
    </li>
  );
  return (
    <StaffFrame {...frame} title={`${found.name}, ${t("title", { number: id }).toLowerCase()}`} lead={t("lead")} below={below}>
      <p>
        {translator(locale, "changes")(`action.${version.action}`)}, {version.who}, {formatMoment(locale, version.at)}
      </p>
      {fields.length === 0 ? <p>{t("nothing")}</p> : null}
      <Table
        className="my-5"
        rows={fields}
        keyOf={({ field }) => field}
        columns={[
          { head: translator(locale, "changes")("history.field"), cell: ({ field }) => fieldLabel(locale, field) },
          { head: t("value"), label: "", cell: ({ said }) => <ul>{said.map(cellOf)}</ul> },
        ]}
      />
      <NamedBy locale={locale} namings={version.namedBy} />
      {canEditOrganisation(actor, place) ? (
        <section className="section py-5">
          <h2>{t("restore.title")}</h2>
          <p className="my-3">{t("restore.lead")}</p>
          <ButtonForm
            action={restoreAction.bind(null, locale, slug)}
            values={{ modification: id, version: found.version }}
            label={t("restore.submit", { number: id })}
            main
            className="mt-4"
          />
        </section>
      ) : null}
      <p className="my-5">
        <a href={localPath(locale, `${path}/historique`)}>{t("back")}</a>
      </p>
    </StaffFrame>
  );
}
