import type { ReactNode } from "react";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { SearchMatch } from "@/domain/published/search";
import type { PublicZone } from "@/domain/published/zone";
import { countryName } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { labelsOf, translator } from "@/i18n/translator";
import { insideSentence } from "@/i18n/typography";
import { FoundBy, headingMatch } from "./found-by";
import { informationDate } from "./information-date";
import { Marked } from "./marked";

const SHOWN_ZONES = 6;
const SHOWN_THEMES = 4;

/** A zone as the reader calls it: a country in the page's language, another place as the documents write it. */
export function zoneName(locale: Locale, zone: PublicZone): string {
  return zone.level === "country" ? (countryName(locale, zone.code) ?? zone.name) : zone.name;
}

/** The first of some names, and how many others there are. */
export function few(locale: Locale, names: readonly string[], shown: number): string {
  if (names.length <= shown + 1) return names.join(", ");
  return `${names.slice(0, shown).join(", ")} ${translator(locale, "directory")("entry.others", { count: names.length - shown })}`;
}

type Props = {
  locale: Locale;
  /** With what found it, when it comes from a search. */
  organisation: PublicOrganisationSummary & { match?: readonly SearchMatch[] };
  /** "?…": what its address carries on. */
  carried?: string;
  /** What may be done with it here. */
  children?: ReactNode;
};

/** One organisation in a list: who, where, what, and how far the entry can be trusted. */
export function OrganisationEntry({ locale, organisation, carried = "", children }: Props) {
  const t = translator(locale, "directory");
  const labels = labelsOf(locale);
  const { perimeter, perimeterScale, legalStatus, formality, zones, themes, memberCount, life, match = [] } = organisation;
  const inName = headingMatch(match, "name");
  const inAcronym = headingMatch(match, "acronym");
  const nature = [
    organisation.typology ? labels.typology[organisation.typology] : labels.kind[organisation.kind],
    perimeter && (perimeterScale ? `${labels.perimeter[perimeter]} (${labels.perimeterScale[perimeterScale].toLowerCase()})` : labels.perimeter[perimeter]),
    formality && legalStatus && `${labels.formality[formality]} (${insideSentence(labels.legalStatus[legalStatus])})`,
    life && life !== "active" && labels.life[life],
    memberCount !== null && t("entry.members", { count: memberCount }),
  ].filter(Boolean);
  const trust = [
    informationDate(locale, organisation),
    organisation.interviewed === true && t("entry.interviewed"),
    organisation.interviewed === false && t("entry.notInterviewed"),
  ].filter(Boolean);

  return (
    <article className="entry" id={children ? organisation.slug : undefined}>
      <h3 className="entry-name">
        <a href={localPath(locale, `/organisations/${organisation.slug}${carried}`)} lang={locale === "fr" ? undefined : "fr"}>
          {inName ? <Marked {...inName} /> : organisation.name}
        </a>
        {organisation.acronym ? <span className="entry-acronym"> {inAcronym ? <Marked {...inAcronym} /> : organisation.acronym}</span> : null}
      </h3>
      <FoundBy locale={locale} matches={match} />
      <p>{nature.join(" · ")}</p>
      <dl className="entry-facts">
        <dt>{t("entry.zones")}</dt>
        <dd>
          {zones.length > 0
            ? few(
                locale,
                zones.map((zone) => zoneName(locale, zone)),
                SHOWN_ZONES,
              )
            : t("entry.zonesUnknown")}
        </dd>
        {themes.length > 0 ? (
          <>
            <dt>{t("entry.themes")}</dt>
            <dd>
              {few(
                locale,
                themes.map((theme) => termLabel(locale, "theme", theme)),
                SHOWN_THEMES,
              )}
            </dd>
          </>
        ) : null}
      </dl>
      <p className="entry-trust">{trust.join(" · ")}</p>
      {children}
    </article>
  );
}
