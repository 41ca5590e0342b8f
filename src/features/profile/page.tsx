import { Crumbs } from "@/components/crumbs";
import { OrganisationEntry } from "@/components/organisation-entry";
import type { PublicOrganisation, PublicOrganisationSummary } from "@/domain/public-organisation";
import type { Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { Cite } from "./cite";
import { Contacts } from "./contacts";
import { Identity } from "./identity";
import { Relations } from "./relations";
import { SourcedSection } from "./sourced-section";
import { structuredData } from "./structured-data";
import { TypologySaid } from "./typology-said";
import { Zones } from "./zones";

type Props = {
  locale: Locale;
  organisation: PublicOrganisation;
  neighbours: readonly PublicOrganisationSummary[];
  /** The permanent address of the entry, with its host. */
  url: string;
  today: Date;
};

/** The entry of one organisation: everything known, grouped, each group with its sources. */
export function ProfilePage({ locale, organisation, neighbours, url, today }: Props) {
  const t = translator(locale, "profile");
  const directory = translator(locale, "directory");
  const labels = labelsOf(locale);
  const { name, acronym, typology, kind, themes, needs, problems, addedValues, verifiedAt, updatedAt } = organisation;
  const description = organisation.description[locale] ?? organisation.description.fr;
  const own: [string, readonly string[]][] = [
    [t("needsTitle"), needs.map((need) => labels.need[need])],
    [t("problemsTitle"), problems],
    [t("addedValuesTitle"), addedValues],
  ];
  const shared = { locale, organisation };

  return (
    <article className="frame profile">
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(organisation, url) }} />
      <Crumbs locale={locale} trail={[{ href: "/organisations", label: directory("title") }]} />
      <div className="page-head">
        <p className="overline">{typology ? labels.typology[typology] : labels.kind[kind]}</p>
        <h1 lang={locale === "fr" ? undefined : "fr"}>
          {name}
          {acronym ? <span className="entry-acronym"> {acronym}</span> : null}
        </h1>
        {description ? <p className="lead">{description}</p> : null}
        <p className="entry-trust">
          {t("updated", { date: formatDate(locale, updatedAt) })} · {verifiedAt ? t("verified", { date: formatDate(locale, verifiedAt) }) : t("neverVerified")}
        </p>
      </div>

      <SourcedSection
        {...shared}
        title={t("groups.identity")}
        fields={["name", "acronym", "alias", "kind", "typology", "perimeter", "legal_status", "budget_tier", "member_count", "founded_year", "network_scope", "interviewed", "description"]}
      >
        <Identity {...shared} />
      </SourcedSection>
      <SourcedSection {...shared} title={t("groups.zones")} fields={["zones"]}>
        <Zones {...shared} />
      </SourcedSection>
      <SourcedSection {...shared} title={t("groups.themes")} fields={["themes"]}>
        {themes.length === 0 ? <p>{t("noTheme")}</p> : <Bulleted items={themes.map((theme) => labels.theme[theme])} />}
      </SourcedSection>
      <SourcedSection {...shared} title={t("groups.contacts")} fields={["contacts"]}>
        <Contacts locale={locale} contacts={organisation.contacts} />
      </SourcedSection>
      <SourcedSection {...shared} title={t("groups.partners")} fields={["partners", "networks"]}>
        <Relations {...shared} />
      </SourcedSection>
      {own.some(([, items]) => items.length > 0) ? (
        <SourcedSection {...shared} title={t("groups.own")} fields={["needs", "problems", "added_values"]}>
          {own
            .filter(([, items]) => items.length > 0)
            .map(([title, items]) => (
              <div key={title}>
                <h3 className="relation-title">{title}</h3>
                <Bulleted items={items} />
              </div>
            ))}
        </SourcedSection>
      ) : null}
      <TypologySaid {...shared} />
      {neighbours.length > 0 ? (
        <section className="margin-section no-print">
          <h2>{t("groups.neighbours")}</h2>
          <div>
            <p className="source-note mt-0">{t("neighboursNote")}</p>
            {neighbours.map((neighbour) => (
              <OrganisationEntry key={neighbour.slug} locale={locale} organisation={neighbour} />
            ))}
          </div>
        </section>
      ) : null}
      <Cite {...shared} url={url} today={today} />
    </article>
  );
}

function Bulleted({ items }: { items: readonly string[] }) {
  return (
    <ul className="bulleted">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
