import type { ReactNode } from "react";
import type { PublicOrganisation } from "@/domain/public-organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** What it is. A line that no source fills is said to be unknown where a reader would look for it. */
export function Identity({ locale, organisation }: { locale: Locale; organisation: PublicOrganisation }) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const { typology, perimeter, perimeterScale, formality, legalStatus, budgetTier, memberCount, memberNote, interviewed } = organisation;
  const french = locale === "fr" ? undefined : "fr";
  const list = (parameter: string, value: string, label: string) => <a href={localPath(locale, `/organisations?${parameter}=${value}`)}>{label}</a>;

  const rows: [string, ReactNode][] = [
    [labels.field.kind, labels.kind[organisation.kind]],
    [labels.field.typology, typology && list("typology", typology, labels.typology[typology])],
    [labels.field.legal_status, legalStatus && formality && t("status", { formality: labels.formality[formality], status: labels.legalStatus[legalStatus].toLowerCase() })],
    [
      labels.field.perimeter,
      perimeter &&
        (perimeterScale
          ? t("perimeterWithScale", { perimeter: labels.perimeter[perimeter], scale: labels.perimeterScale[perimeterScale].toLowerCase() })
          : labels.perimeter[perimeter]),
    ],
    [
      labels.field.budget_tier,
      budgetTier && (
        <>
          {labels.budget[budgetTier.value]}
          {budgetTier.basis === "typology" ? <span className="text-ink-soft"> – {t("budgetOfTypology")}</span> : null}
        </>
      ),
    ],
    [labels.field.interviewed, interviewed === null ? null : t(interviewed ? "interviewed.yes" : "interviewed.no")],
  ];
  const optional: [string, ReactNode][] = [
    [labels.field.founded_year, organisation.foundedYear],
    [
      labels.field.member_count,
      memberCount !== null && (
        <>
          {t("members", { count: memberCount })}
          {memberNote ? <span className="text-ink-soft" lang={french}>{` – « ${memberNote} »`}</span> : null}
        </>
      ),
    ],
    [labels.field.network_scope, organisation.networkScope && labels.networkScope[organisation.networkScope]],
    [t("aliases"), organisation.aliases.length > 0 && <span lang={french}>{organisation.aliases.join(" ; ")}</span>],
  ];
  return (
    <dl className="pairs">
      {[...rows, ...optional.filter(([, value]) => value)].map(([name, value]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd>{value || <span className="text-ink-soft">{t("unknown")}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
