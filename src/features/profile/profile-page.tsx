import "server-only";
import type { ReactNode } from "react";
import { canEditOrganisation } from "@/auth/permissions";
import { Crumbs } from "@/components/crumbs";
import { informationDate } from "@/components/information-date";
import { MarginSection } from "@/components/margin-section";
import { OrganisationLink } from "@/components/organisation-link";
import { PageHead } from "@/components/page-head";
import { placedCommunities } from "@/data/community/in-zone";
import { ownNames } from "@/data/country/own-names";
import { entryPlace } from "@/data/editing/entry-place";
import { presentLimits } from "@/data/limits/present";
import { findWithNeighbours } from "@/data/organisation/profile";
import { referencedSources } from "@/data/source/sources";
import { zonePlaces } from "@/data/zone/tree";
import type { Actor } from "@/domain/actor";
import type { Complements } from "@/domain/complement";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { OrganisationLink as Linked } from "@/domain/published/organisation-link";
import { choiceSearch, parseChoice } from "@/domain/selection";
import { HOME_COUNTRY } from "@/domain/settings";
import { staleness } from "@/domain/verification";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { AtAGlance } from "./at-a-glance";
import { CiteProfile } from "./cite";
import { ComplementList } from "./complements";
import { Contacts } from "./contacts";
import { Identity, lifeText } from "./identity";
import { organisationJsonLd } from "./json-ld";
import { Presences } from "./presences";
import { Relations, SaidOfItself } from "./relations";
import { ProfileSection } from "./section";
import { TypologyStatements } from "./typology-statements";
import { Where } from "./where-and-what";

const NEIGHBOURS = 8;

/**
 * Everything public about one organisation, grouped, each group with its sources; null when there is none to show.
 * @param actor this very reader, when they have an account: the page is then theirs alone
 */
export async function profilePage(locale: Locale, slug: string, parameters: Record<string, string[]>, origin: string, actor: Actor | null = null) {
  const [found, names, places, communities, limits] = await Promise.all([
    findWithNeighbours(slug, NEIGHBOURS),
    ownNames(),
    zonePlaces(),
    placedCommunities(),
    presentLimits(),
  ]);
  if (!found) return null;
  const { organisation, neighbours, complements } = found;
  const sources = await sourcesCited(organisation);
  const { name, acronym, typology, kind, description } = organisation;
  const nature = typology ? labelsOf(locale).typology[typology] : labelsOf(locale).kind[kind];
  const head = { title: acronym ? `${name} (${acronym})` : name, description: description[locale] ?? `${name} – ${nature}` };
  const url = `${origin}${localPath(locale, `/organisations/${slug}`)}`;
  const edit = <a href={localPath(locale, `/admin/organisations/${slug}`)}>{translator(locale, "profile")("staff.edit")}</a>;
  const entry = actor && (await entryPlace(actor, slug));
  // Those that the list says are chosen already; what is wrong with them is told where they are shown.
  const chosen = parseChoice("selection", parameters.selection);
  const selection = choiceSearch([...new Set([...(chosen.ok ? chosen.slugs : []), slug])]);
  const staff = (
    <p className="link-row no-print mt-2">
      <a href={localPath(locale, `/selection${selection}`)} rel="nofollow">
        {translator(locale, "selection")("add")}
      </a>
      {actor && entry && canEditOrganisation(actor, entry) ? edit : null}
    </p>
  );
  const shared = { locale, organisation, names, places, limits, communities, sources, neighbours, complements, url, staff };
  return { head, body: <ProfileBody {...shared} /> };
}

/** The sources that an entry cites, as a citation of it names them. */
export const sourcesCited = (organisation: PublicOrganisation) => referencedSources([...new Set(organisation.citations.map(({ source }) => source))]);

type BodyProps = Props & {
  names: Awaited<ReturnType<typeof ownNames>>;
  places: Awaited<ReturnType<typeof zonePlaces>>;
  limits: Awaited<ReturnType<typeof presentLimits>>;
  communities: Awaited<ReturnType<typeof placedCommunities>>;
  /** Those that the citations name. */
  sources: Awaited<ReturnType<typeof referencedSources>>;
  neighbours?: readonly Linked[];
  complements?: Complements;
  /** Of this page, or of the one that is previewed. */
  url: string;
  /** What may be done with the entry; some of it by those who may edit it. */
  staff?: ReactNode;
};

/** The profile itself, the same for readers and in a preview. */
export function ProfileBody({ locale, organisation, names, places, limits, communities, sources, neighbours = [], complements, url, staff }: BodyProps) {
  const t = translator(locale, "profile");
  const said = organisation.needs.length + organisation.problems.length + organisation.addedValues.length > 0;
  const shared = { locale, organisation };
  return (
    <div className="frame profile">
      <ProfileHead {...shared} staff={staff} />
      <AtAGlance
        {...shared}
        limits={limits}
        zones={organisation.zones.flatMap(({ code }) => places.byCode.get(code) ?? [])}
        regions={places.inside(HOME_COUNTRY).filter(({ level }) => level === "region")}
      />
      <ProfileSection {...shared} section="identity">
        <Identity {...shared} names={names} />
      </ProfileSection>
      <ProfileSection {...shared} section="where">
        <Where {...shared} names={names} />
        <Presences {...shared} communities={communities} />
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
      {complements && complements.shown.length > 0 ? <ComplementList {...shared} complements={complements} /> : null}
      <Neighbours {...shared} title={t("sections.neighbours")} neighbours={neighbours} />
      <CiteProfile {...shared} url={url} sources={sources} today={new Date().toISOString()} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: organisationJsonLd(organisation, url) }} />
    </div>
  );
}

type Props = { locale: Locale; organisation: PublicOrganisation };

function ProfileHead({ locale, organisation, staff }: Props & { staff: ReactNode }) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const { name, acronym, typology, kind, verification, life } = organisation;
  const stale = verification && staleness(verification.on, new Date());
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
      <p className="soft">
        {informationDate(locale, organisation)}
        {verification ? null : `, ${t("record.neverVerified")}`}.{stale ? ` ${t(`record.stale.${stale}`)}` : null}
      </p>
      {life === null || life === "active" ? null : <p className="strong">{lifeText(locale, organisation)}.</p>}
      {staff}
    </PageHead>
  );
}

function Neighbours({ locale, organisation, title, neighbours }: Props & { title: string; neighbours: readonly Linked[] }) {
  if (neighbours.length === 0) return null;
  const zones = organisation.zones.filter(({ level }) => level !== "country").map(({ slug }) => `zone=${encodeURIComponent(slug)}`);
  return (
    <MarginSection title={title} screenOnly>
      <ul className="contact-list long-list">
        {neighbours.map((neighbour) => (
          <li key={neighbour.slug}>
            <OrganisationLink locale={locale} organisation={neighbour} />
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a href={localPath(locale, `/organisations?${zones.join("&")}`)}>{translator(locale, "profile")("sameZones")}</a>
      </p>
    </MarginSection>
  );
}
