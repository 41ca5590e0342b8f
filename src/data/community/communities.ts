import "server-only";
import {
  COMMUNITY_DIMENSIONS,
  COMMUNITY_INDICATOR_GROUPS,
  COMMUNITY_INDICATORS,
  COMMUNITY_NOTE_KINDS,
  indicatorField,
  noteField,
  type CommunityIndicatorGroup,
  type CommunityLanguage,
  type IndicatorPart,
  type MunicipalityType,
} from "@/domain/community";
import { nounField } from "@/domain/nouns";
import type { CommunityActor, CommunityIndicator, CommunityNote, CommunityProfile, CommunitySummary } from "@/domain/published/community";
import type { EntityCitation, EntityValue, PublicEntity } from "@/domain/published/entity";
import type { SourceReference } from "@/domain/published/source";
import type { BilingualText } from "@/domain/published/text";
import { listEntities, presencesIn } from "../entity/entities";
import { besideEntries } from "../at-revision";
import { referencedSources } from "../source/sources";
import { zonePlaces } from "../zone/tree";

type Fields = PublicEntity["fields"];

/** All of them with all that is said: a profile tells its rank among them. */
const entities = besideEntries(() => listEntities("community"));

/** Every community, best overall reintegration score first, with the documents that the scores come from. */
export async function listCommunities(): Promise<{ communities: CommunitySummary[]; sources: SourceReference[] }> {
  const all = await entities();
  const rank = (community: CommunitySummary) =>
    community.indicators.reintegration_score.find(({ code }) => code === "overall")?.rank ?? Number.POSITIVE_INFINITY;
  return { communities: all.map(toSummary).sort((a, b) => rank(a) - rank(b)), sources: await sourcesOf(all.map(({ fields }) => fields)) };
}

/** All that is known of one community, or null when there is none of this slug. */
export async function findCommunity(slug: string): Promise<CommunityProfile | null> {
  const all = await entities();
  const entity = all.find((one) => one.slug === slug);
  if (!entity) return null;
  const { fields } = entity;
  const zone = fields.zone?.[0]?.zone?.code;
  const [presences, zones] = await Promise.all([zone ? presencesIn(zone) : [], zone ? zonesDownTo(zone) : []]);
  const identity = ["name", "municipality_type", "study_area", "cercle", "region", "languages", "population", "population_note", "summary"];
  return {
    ...toSummary(entity),
    rankedAmong: all.filter((one) => indicatorField("reintegration_score", "overall", "rank") in one.fields).length,
    studyArea: codeOf<MunicipalityType>(fields, "study_area"),
    zones,
    languages: (fields.languages ?? []).map(({ value }) => value as CommunityLanguage),
    populationNote: textOf(fields, "population_note"),
    summary: textOf(fields, "summary"),
    identity: identity.flatMap((field) => citationsOf(fields, field)),
    profile: citationsOf(fields, "name_as_written"),
    actors: presences.map(toActor),
    notes: notesOf(fields),
    disputed: Object.entries(fields).flatMap(([field, values]) => (values.length > 1 && !nounField("community", field)!.many ? [{ field, values }] : [])),
    sources: await sourcesOf([fields, ...presences.map((presence) => presence.fields)]),
  };
}

/** From the region down to the zone of this code. */
async function zonesDownTo(code: string): Promise<CommunityProfile["zones"]> {
  const { byCode } = await zonePlaces();
  const around = byCode.get(code)?.path.flatMap((one) => byCode.get(one) ?? []) ?? [];
  return around.filter(({ level }) => level !== "country").map(({ slug, name, level }) => ({ slug, name, level }));
}

const citationsOf = (fields: Fields, field: string): EntityCitation[] => (fields[field] ?? []).flatMap(({ citations }) => citations);

/** The documents that say any of this. */
const sourcesOf = (all: readonly Fields[]): Promise<SourceReference[]> =>
  referencedSources([...new Set(all.flatMap((fields) => Object.keys(fields).flatMap((field) => citationsOf(fields, field).map(({ source }) => source))))]);

const codeOf = <Code extends string>(fields: Fields, field: string): Code | null => (fields[field]?.[0]?.value as Code | undefined) ?? null;
const numberOf = (fields: Fields, field: string): number | null => fields[field]?.[0]?.number ?? null;

/** What is said in our words, one sentence after the other. */
function textOf(fields: Fields, field: string): BilingualText | null {
  const said = (fields[field] ?? []).flatMap(({ text }) => text ?? []);
  return said.length === 0 ? null : { fr: said.map(({ fr }) => fr).join(" "), en: said.map(({ en }) => en).join(" ") };
}

function toActor({ slug, fields }: PublicEntity): CommunityActor {
  const [name] = fields.name!;
  return {
    slug,
    name: name!.value!,
    organisations: (fields.organisations ?? []).flatMap(({ organisation }) => organisation ?? []),
    marks: fields.dimensions ? Number(fields.dimensions[0]!.value) : null,
    activity: textOf(fields, "activity"),
    strengths: textOf(fields, "strengths"),
    weaknesses: textOf(fields, "weaknesses"),
    citations: name!.citations,
  };
}

/** The indicators of a group of which something is said, in the order in which the document prints them. */
function indicatorsOf(fields: Fields, group: CommunityIndicatorGroup): CommunityIndicator[] {
  const figures = COMMUNITY_INDICATORS[group].flatMap((code): CommunityIndicator[] => {
    const field = (part: IndicatorPart) => indicatorField(group, code, part);
    const citations = [...citationsOf(fields, field("value")), ...citationsOf(fields, field("rank"))].slice(0, 1);
    const [value, rank, mean] = [numberOf(fields, field("value")), numberOf(fields, field("rank")), numberOf(fields, field("mean"))];
    return citations.length === 0 ? [] : [{ code, value, rank, mean, note: textOf(fields, field("note")), citations } as CommunityIndicator];
  });
  const line = ({ citations: [first] }: CommunityIndicator) => first!.lineStart ?? Number.POSITIVE_INFINITY;
  return figures.sort((a, b) => line(a) - line(b));
}

const notesOf = (fields: Fields): CommunityNote[] =>
  COMMUNITY_NOTE_KINDS.flatMap((kind) =>
    [null, ...COMMUNITY_DIMENSIONS].flatMap((dimension) =>
      (fields[noteField(kind, dimension)] ?? []).flatMap(({ text, citations }: EntityValue) => (text ? [{ kind, dimension, text, citations }] : [])),
    ),
  );

function toSummary({ slug, fields }: PublicEntity): CommunitySummary {
  const [population] = fields.population ?? [];
  const groups = COMMUNITY_INDICATOR_GROUPS.map((group) => [group, indicatorsOf(fields, group)]);
  return {
    slug,
    name: fields.name![0]!.value!,
    municipalityType: codeOf<MunicipalityType>(fields, "municipality_type"),
    cercle: codeOf(fields, "cercle"),
    region: codeOf(fields, "region"),
    population: population?.number ?? null,
    populationApproximate: population?.about ?? false,
    populationYear: population?.since ?? null,
    indicators: Object.fromEntries(groups) as CommunitySummary["indicators"],
  };
}
