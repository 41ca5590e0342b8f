import type { ReactNode } from "react";
import { List } from "@/components/list";
import { Pairs } from "@/components/pairs";
import type { OwnNames } from "@/domain/own-names";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { Locale } from "@/i18n/locales";
import { legalStatusLabel } from "@/i18n/own-name";
import { formatNumber, formatPartialDate, labelsOf, translator } from "@/i18n/translator";
import { insideSentence } from "@/i18n/typography";

type Props = { locale: Locale; organisation: PublicOrganisation; names: OwnNames };

/** Who it is. A row appears when something is known; those that a reader looks for say when it is not. */
export function Identity({ locale, organisation, names }: Props) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const { acronym, aliases, identifiers, kind, typology, legalStatus, formality, budgetTier, foundedYear, memberCount, networkScope, interviewed } =
    organisation;
  const french = locale === "fr" ? undefined : "fr";
  const rows: [string, ReactNode][] = [
    [labels.field.acronym, acronym],
    [
      labels.field.alias,
      aliases.length > 0 ? <span lang={french}>{aliases.map((name) => name + untilOf(locale, organisation, name)).join(" · ")}</span> : null,
    ],
    [labels.field.kind, labels.kind[kind]],
    [labels.field.typology, typology ? labels.typology[typology] : t("unknown")],
    [
      labels.field.legal_status,
      legalStatus && formality
        ? `${labels.formality[formality]} – ${insideSentence(legalStatusLabel(locale, legalStatus, organisation.countries, names))}`
        : t("unknown"),
    ],
    [labels.field.life, lifeText(locale, organisation)],
    [labels.field.identifiers, identifiers.length > 0 ? <Acts locale={locale} organisation={organisation} /> : null],
    // A tier said of the typology stands with what is said of the typology.
    [labels.field.budget_tier, budgetTier && budgetTier.basis !== "typology" ? labels.budget[budgetTier.value] : null],
    [labels.field.founded_year, foundedYear],
    [labels.field.member_count, memberCount === null ? null : <MemberCount locale={locale} count={memberCount} note={organisation.memberNote} />],
    [labels.field.network_scope, networkScope ? labels.networkScope[networkScope] : null],
    [labels.field.interviewed, interviewed === null ? null : t(interviewed ? "interviewedYes" : "interviewedNo")],
  ];
  return <Pairs rows={rows} />;
}

/** Whether it still works, and since when, as its sources say; null when none does. */
export function lifeText(locale: Locale, { life, lifeSince }: PublicOrganisation): string | null {
  if (life === null) return null;
  const state = labelsOf(locale).life[life];
  return lifeSince ? translator(locale, "profile")("lifeSince", { state, since: formatPartialDate(locale, lifeSince) }) : state;
}

/** Until when a former name was used, where a source says so. */
function untilOf(locale: Locale, { citations }: PublicOrganisation, name: string): string {
  const until = citations.find(({ field, value, until: end }) => field === "alias" && value === name && end !== null)?.until;
  return until ? ` (${translator(locale, "entities")("until", { until: formatPartialDate(locale, until) })})` : "";
}

/** Registrations and acts, each with its authority and its date. */
function Acts({ locale, organisation: { identifiers, citations } }: { locale: Locale; organisation: PublicOrganisation }) {
  const told = identifiers.map((number) => {
    const act = citations.find(({ field, value, text }) => field === "identifiers" && value === number && text !== null);
    return [number, act?.text, act?.since ? formatPartialDate(locale, act.since) : null].filter(Boolean).join(", ");
  });
  return <List className="contact-list" lang={locale === "fr" ? undefined : "fr"} items={told} />;
}

/** The words of the source say what is counted; the number alone would not. */
function MemberCount({ locale, count, note }: { locale: Locale; count: number; note: string | null }) {
  const number = formatNumber(locale, count);
  if (note === null) return number;
  const words = <span lang={locale === "fr" ? undefined : "fr"}>{note}</span>;
  return note.includes(String(count)) ? (
    words
  ) : (
    <>
      {number} ({words})
    </>
  );
}
