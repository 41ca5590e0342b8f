import "server-only";
import { Crumbs } from "@/components/crumbs";
import { MarginSection } from "@/components/margin-section";
import { PageHead } from "@/components/page-head";
import { ownNames } from "@/data/country/own-names";
import { findWithNeighbours } from "@/data/organisation/profile";
import { referencedSources } from "@/data/source/sources";
import type { OrganisationLink, PublicOrganisation } from "@/domain/published/organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { CiteProfile } from "./cite";
import { Contacts } from "./contacts";
import { Identity } from "./identity";
import { organisationJsonLd } from "./json-ld";
import { organisationLink, Relations, SaidOfItself } from "./relations";
import { ProfileSection } from "./section";
import { TypologyStatements } from "./typology-statements";
import { What, Where } from "./where-and-what";

const NEIGHBOURS = 8;

/** Everything public about one organisation, grouped, each group with its sources; null when there is none to show. */
export async function profilePage(locale: Locale, slug: string, origin: string) {
  const [found, names] = await Promise.all([findWithNeighbours(slug, NEIGHBOURS), ownNames()]);
  if (!found) return null;
  const { organisation, neighbours } = found;
  const sources = await referencedSources([...new Set(organisation.citations.map(({ source }) => source))]);
  const { name, acronym, typology, kind, description } = organisation;
  const nature = typology ? labelsOf(locale).typology[typology] : labelsOf(locale).kind[kind];
  const head = { title: acronym ? `${name} (${acronym})` : name, description: description[locale] ?? `${name} – ${nature}` };
  const url = `${origin}${localPath(locale, `/organisations/${slug}`)}`;
  const t = translator(locale, "profile");
  const said = organisation.needs.length + organisation.problems.length + organisation.addedValues.length > 0;
  const shared = { locale, organisation };
  const body = (
    <div className="frame">
      <ProfileHead {...shared} />
      <ProfileSection {...shared} section="identity">
        <Identity {...shared} names={names} />
      </ProfileSection>
      <ProfileSection {...shared} section="where">
        <Where {...shared} names={names} />
      </ProfileSection>
      <ProfileSection {...shared} section="what">
        <What {...shared} />
      </ProfileSection>
      <ProfileSection {...shared} section="contacts">
        <Contacts {...shared} />
      </ProfileSection>
      <ProfileSection {...shared} section="relations">
        <Relations {...shared} />
      </ProfileSection>
      {said ? (
        <ProfileSection {...shared} section="said">
          <SaidOfItself {...shared} />
        </ProfileSection>
      ) : null}
      <TypologyStatements {...shared} />
      <Neighbours {...shared} title={t("sections.neighbours")} neighbours={neighbours} />
      <CiteProfile {...shared} url={url} sources={sources} today={new Date().toISOString()} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: organisationJsonLd(organisation, url) }} />
    </div>
  );
  return { head, body };
}

type Props = { locale: Locale; organisation: PublicOrganisation };

function ProfileHead({ locale, organisation }: Props) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const { name, acronym, typology, kind, updatedAt, verifiedAt } = organisation;
  return (
    <PageHead
      crumbs={<Crumbs locale={locale} trail={[{ href: "/organisations", label: translator(locale, "directory")("title") }]} />}
      kicker={typology ? labels.typology[typology] : labels.kind[kind]}
      title={
        <>
          <span lang={locale === "fr" ? undefined : "fr"}>{name}</span>
          {acronym ? <span className="profile-acronym"> {acronym}</span> : null}
        </>
      }
    >
      <p className="soft mt-2">
        {verifiedAt ? t("record.verified", { date: formatDate(locale, verifiedAt) }) : t("record.neverVerified")}{" "}
        {t("record.updated", { date: formatDate(locale, updatedAt) })}
      </p>
    </PageHead>
  );
}

function Neighbours({ locale, organisation, title, neighbours }: Props & { title: string; neighbours: readonly OrganisationLink[] }) {
  if (neighbours.length === 0) return null;
  const zones = organisation.zones.filter(({ level }) => level !== "country").map(({ slug }) => `zone=${encodeURIComponent(slug)}`);
  return (
    <MarginSection title={title} screenOnly>
      <ul className="contact-list long-list">
        {neighbours.map((neighbour) => (
          <li key={neighbour.slug}>{organisationLink(locale, neighbour)}</li>
        ))}
      </ul>
      <p className="mt-3">
        <a href={localPath(locale, `/organisations?${zones.join("&")}`)}>{translator(locale, "profile")("sameZones")}</a>
      </p>
    </MarginSection>
  );
}
