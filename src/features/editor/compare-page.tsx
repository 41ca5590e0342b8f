import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { StaffFrame } from "@/components/staff-frame";
import { versionsOf, type VersionStatement } from "@/data/change/versions";
import { referenceNames } from "@/data/editing/edit-form";
import { diffStatements } from "@/domain/version-diff";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { staffPage } from "./staff-page";
import { type ValueNames, valueNames } from "@/i18n/value-text";
import { namedIn, originText, statementText, TextDiff } from "./version-parts";

type Props = { locale: Locale; slug: string; from: number; to: number; signOut: ReactNode };
type Change = { before: VersionStatement | null; after: VersionStatement | null };

function ChangeLine({ locale, names, change: { before, after } }: { locale: Locale; names: ValueNames; change: Change }) {
  const t = translator(locale, "versions");
  const textOf = (statement: VersionStatement | null) => statement && statementText({ locale, names }, statement);
  const fromOf = (statement: VersionStatement | null) => statement && originText(locale, statement);
  return (
    <li className="py-2">
      <span className="kicker">{t(before && after ? "changed" : before ? "gone" : "come")}</span>
      <p lang={(after ?? before)?.language ?? undefined}>
        <TextDiff locale={locale} before={textOf(before)} after={textOf(after)} />
      </p>
      <p className="aside">
        <TextDiff locale={locale} before={fromOf(before)} after={fromOf(after)} />
      </p>
    </li>
  );
}

/** `/admin/organisations/{slug}/historique?de={id}&a={id}`: what differs between two versions, word by word, with who says it. */
export async function ComparePage({ locale, slug, from, to, signOut }: Props) {
  const path = `/admin/organisations/${slug}`;
  const { actor, frame } = await staffPage(locale, `${path}/historique?de=${from}&a=${to}`, signOut);
  const found = await versionsOf(actor, slug, [from, to] as const);
  if (!found) notFound();
  const [before, after] = found.versions;
  const t = translator(locale, "versions");
  const names = valueNames(await referenceNames(actor, namedIn([...before.statements, ...after.statements])));
  const fields = diffStatements(before.statements, after.statements);
  const below = [
    { href: path, label: found.name },
    { href: `${path}/historique`, label: translator(locale, "changes")("history.title") },
  ];
  const moments = { fromWhen: formatMoment(locale, before.at), toWhen: formatMoment(locale, after.at) };
  return (
    <StaffFrame {...frame} title={t("compareTitle")} lead={t("compareLead", { from, to, ...moments })} below={below}>
      {fields.length === 0 ? <p>{t("same")}</p> : null}
      {fields.map(({ field, changes }) => (
        <section key={field} className="section py-4">
          <h2 className="subhead">{fieldLabel(locale, field)}</h2>
          <ul>
            {changes.map((change, index) => (
              <ChangeLine key={index} locale={locale} names={names} change={change} />
            ))}
          </ul>
        </section>
      ))}
      <ul className="my-5 flex flex-wrap gap-x-5 gap-y-1">
        {[from, to].map((id) => (
          <li key={id}>
            <a href={localPath(locale, `${path}/historique?version=${id}`)}>{t("title", { number: id })}</a>
          </li>
        ))}
        <li>
          <a href={localPath(locale, `${path}/historique`)}>{t("back")}</a>
        </li>
      </ul>
    </StaffFrame>
  );
}
