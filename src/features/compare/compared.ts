import "server-only";
import { zoneName } from "@/components/organisation-entry";
import { listCommunities } from "@/data/community/communities";
import { ownNames } from "@/data/country/own-names";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { searchOrganisations } from "@/data/search/search";
import { statisticsOfZone } from "@/data/statistic/published";
import { zonePlaces } from "@/data/zone/tree";
import { COMMUNITY_INDICATORS } from "@/domain/community";
import { parseDirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { Compared } from "@/domain/selection";
import { codesIn } from "@/domain/terms";
import { TYPOLOGIES } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { legalStatusLabel, zoneLevelLabel } from "@/i18n/own-name";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { formatNumber, labelsOf, translator } from "@/i18n/translator";

/** A thing that is compared: its values by the name of what they say, in the order in which these are told. An empty value is not known. */
export type Thing = { slug: string; name: string; path: string; values: [what: string, said: string[]][] };

/** What stands side by side, in the order that was asked for; what is not there is named. */
export type Found = { things: Thing[]; missing: string[] };

/** Things of a kind by their slugs. */
export async function comparedThings(locale: Locale, kind: Compared, slugs: readonly string[]): Promise<Found> {
  const thingOf = { organisations: organisationThing, zones: zoneThing, communities: communityThing }[kind];
  const things = await Promise.all(slugs.map((slug) => thingOf(locale, slug)));
  return { things: things.flatMap((thing) => thing ?? []), missing: slugs.filter((_, index) => !things[index]) };
}

async function organisationThing(locale: Locale, slug: string): Promise<Thing | null> {
  const [organisation, names] = await Promise.all([findPublicOrganisation(slug), ownNames()]);
  if (!organisation) return null;
  const { name, acronym } = organisation;
  return {
    slug,
    name: acronym && !name.includes(acronym) ? `${name} (${acronym})` : name,
    path: `/organisations/${slug}`,
    values: valuesOf(locale, organisation, names),
  };
}

function valuesOf(locale: Locale, organisation: PublicOrganisation, names: Awaited<ReturnType<typeof ownNames>>): Thing["values"] {
  const labels = labelsOf(locale);
  const yes = translator(locale, "profile");
  const one = (value: string | number | null | undefined | false): string[] =>
    value === null || value === undefined || value === false ? [] : [String(value)];
  const { kind, typology, perimeter, perimeterScale, legalStatus, formality, budgetTier, countries, interviewed } = organisation;
  return [
    [labels.field.kind, [labels.kind[kind]]],
    [labels.field.typology, one(typology && labels.typology[typology])],
    [
      labels.field.perimeter,
      one(perimeter && [labels.perimeter[perimeter], perimeterScale && labels.perimeterScale[perimeterScale]].filter(Boolean).join(" – ")),
    ],
    [labels.filter.formality, one(formality && labels.formality[formality])],
    [labels.field.legal_status, one(legalStatus && legalStatusLabel(locale, legalStatus, countries, names))],
    [labels.field.budget_tier, one(budgetTier && `${labels.budget[budgetTier.value]} – ${labels.basis[budgetTier.basis]}`)],
    [labels.field.zones, organisation.zones.map((zone) => zoneName(locale, zone))],
    [labels.field.themes, organisation.themes.map((theme) => termLabel(locale, "theme", theme))],
    [labels.field.networks, organisation.networks.map((network) => network.name)],
    [labels.field.part_of, organisation.partOf.map((whole) => whole.name)],
    [
      labels.field.partners,
      organisation.partners.map((partner) =>
        "organisation" in partner ? partner.organisation.name : termLabel(locale, "partner_class", partner.partnerClass),
      ),
    ],
    [labels.field.needs, organisation.needs.map((need) => termLabel(locale, "need", need))],
    [labels.field.member_count, one(organisation.memberCount !== null && formatNumber(locale, organisation.memberCount))],
    [labels.field.founded_year, one(organisation.foundedYear)],
    [labels.field.interviewed, interviewed === null ? [] : [yes(interviewed ? "interviewedYes" : "interviewedNo")]],
  ];
}

async function zoneThing(locale: Locale, slug: string): Promise<Thing | null> {
  const [{ byCode }, names] = await Promise.all([zonePlaces(), ownNames()]);
  const zone = [...byCode.values()].find((one) => one.slug === slug || one.code === slug);
  const parsed = parseDirectoryQuery({ zone: [zone?.slug ?? ""] });
  if (!zone || !parsed.ok) return null;
  const [search, figures] = await Promise.all([searchOrganisations({ ...parsed.query, pageSize: 1 }, ["theme", "typology"]), statisticsOfZone(zone.code)]);
  if (!search.ok) return null;
  const t = translator(locale, "selection");
  const labels = labelsOf(locale);
  const count = (group: FilterGroup, value: string) => [formatNumber(locale, search.facets[group].find((facet) => facet.value === value)?.count ?? 0)];
  const measures = new Map<string, string[]>();
  for (const { measure, value, unit } of figures) {
    const what = t("compared.ofFigure", { name: measureLabel(locale, measure) });
    measures.set(what, [...(measures.get(what) ?? []), formatStatistic(locale, value, unit)]);
  }
  return {
    slug: zone.slug,
    name: zoneName(locale, zone),
    path: `/zones/${zone.slug}`,
    values: [
      [t("compared.level"), [zoneLevelLabel(locale, zone, names)]],
      [t("compared.total"), [formatNumber(locale, search.total)]],
      ...codesIn("theme", "public").map((theme): [string, string[]] => [
        t("compared.ofTheme", { name: termLabel(locale, "theme", theme) }),
        count("theme", theme),
      ]),
      ...TYPOLOGIES.map((typology): [string, string[]] => [t("compared.ofTypology", { name: labels.typology[typology] }), count("typology", typology)]),
      ...measures,
    ],
  };
}

async function communityThing(locale: Locale, slug: string): Promise<Thing | null> {
  const { communities } = await listCommunities();
  const community = communities.find((one) => one.slug === slug);
  if (!community) return null;
  const t = translator(locale, "communities");
  const { indicators, region, cercle, municipalityType, population } = community;
  const figure = (value: number | null | undefined, options: Intl.NumberFormatOptions) => (value == null ? [] : [formatNumber(locale, value, options)]);
  const score = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return {
    slug,
    name: community.name,
    path: `/communautes/${slug}`,
    values: [
      [t("municipality"), municipalityType ? [t(`municipalityType.${municipalityType}`)] : []],
      [labelsOf(locale).zoneLevel.region, region ? [region] : []],
      [labelsOf(locale).zoneLevel.cercle, cercle ? [cercle] : []],
      [t("population"), figure(population, {})],
      ...COMMUNITY_INDICATORS.reintegration_score.map((code): [string, string[]] => [
        t(`scoreOf.${code}`),
        figure(indicators.reintegration_score.find((one) => one.code === code)?.value, score),
      ]),
      ...COMMUNITY_INDICATORS.survey.map((code): [string, string[]] => {
        const value = indicators.survey.find((one) => one.code === code)?.value;
        return [t(`surveyOf.${code}`), figure(value == null ? value : value / 100, { style: "percent" })];
      }),
    ],
  };
}

/** A line of the comparison: what each says of one thing, in the order of the things. */
export type Line = { what: string; said: string[][]; /** Whether all say the same. */ same: boolean };

/** Every line of which something is known. */
export function linesOf(things: readonly Thing[]): Line[] {
  const whats = [...new Set(things.flatMap(({ values }) => values.map(([what]) => what)))];
  return whats.flatMap((what) => {
    const said = things.map(({ values }) => values.find(([name]) => name === what)?.[1] ?? []);
    if (said.every((values) => values.length === 0)) return [];
    const keys = new Set(said.map((values) => [...values].sort().join("\n")));
    return [{ what, said, same: keys.size === 1 }];
  });
}
