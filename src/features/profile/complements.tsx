import { MarginSection } from "@/components/margin-section";
import { few, zoneName } from "@/components/organisation-entry";
import { OrganisationLink } from "@/components/organisation-link";
import type { ComplementReason, Complements } from "@/domain/complement";
import { directorySearch } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { formatNumber, translator } from "@/i18n/translator";
import { insideSentence } from "@/i18n/typography";

const SHOWN_THEMES = 2;

/** Who may complete this organisation, each with why, and the lists of all of them. */
export function ComplementList({ locale, complements }: { locale: Locale; complements: Complements }) {
  const t = translator(locale, "profile");
  return (
    <MarginSection title={t("complements.title")} screenOnly>
      <ul className="contact-list">
        {complements.shown.map(({ organisation, reason }) => (
          <li key={organisation.slug}>
            <OrganisationLink locale={locale} organisation={organisation} /> <span className="aside">{reasonWords(locale, reason)}</span>
          </li>
        ))}
      </ul>
      <p className="link-row mt-2">
        {t("complements.allLabel")}
        {complements.all.map(({ kind, query }) => (
          <a key={kind} href={localPath(locale, `/organisations${directorySearch(query)}`)}>
            {t(`complements.all.${kind}`)}
          </a>
        ))}
      </p>
    </MarginSection>
  );
}

/** Why, in words. */
export function reasonWords(locale: Locale, reason: ComplementReason): string {
  const t = translator(locale, "profile");
  if (reason.kind === "ground") {
    const themes = few(
      locale,
      reason.themes.map((theme) => insideSentence(termLabel(locale, "theme", theme))),
      SHOWN_THEMES,
    );
    return t("complements.ground", { zone: zoneName(locale, reason.zone), themes });
  }
  if (reason.kind === "theme") {
    return t("complements.theme", {
      theme: insideSentence(termLabel(locale, "theme", reason.theme)),
      zone: zoneName(locale, reason.zone),
      from: zoneName(locale, reason.from),
      kilometres: formatNumber(locale, Math.round(reason.kilometres)),
    });
  }
  return t(`complements.${reason.kind}`, { name: reason.name });
}
