import "server-only";
import {
  COMMUNITY_INDICATOR_GROUPS,
  type CommunityDimension,
  type CommunityIndicatorGroup,
  type CommunityLanguage,
  type CommunityNoteKind,
} from "@/domain/community";
import type { CommunityActor, CommunityIndicator, CommunityProfile, CommunitySummary } from "@/domain/published/community";
import type { PublicEntity } from "@/domain/published/entity";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { presencesIn } from "../entity/entities";
import { read } from "../read";
import { TEXTS, wholeTextOf } from "../texts";

const summaryInclude = {
  source: { select: { slug: true, title: true, author: true, publishedOn: true } },
  indicators: { include: { texts: TEXTS }, orderBy: { position: "asc" } },
} as const satisfies Prisma.CommunityInclude;

type SummaryRow = Prisma.CommunityGetPayload<{ include: typeof summaryInclude }>;

/** Every community, best overall reintegration score first. */
export function listCommunities(): Promise<CommunitySummary[]> {
  return read(async (db) => {
    const rows = await db.community.findMany({ include: summaryInclude, orderBy: { position: "asc" } });
    const rank = (community: CommunitySummary) =>
      community.indicators.reintegration_score.find(({ code }) => code === "overall")?.rank ?? Number.POSITIVE_INFINITY;
    return rows.map(toSummary).sort((a, b) => rank(a) - rank(b));
  });
}

/** All that is known of one community, or null when there is none of this slug. */
export function findCommunity(slug: string, given?: Db): Promise<CommunityProfile | null> {
  return read(async (db) => {
    const row = await db.community.findUnique({
      where: { slug },
      include: {
        ...summaryInclude,
        zone: { select: { path: true } },
        notes: { include: { texts: TEXTS }, orderBy: { position: "asc" } },
        texts: TEXTS,
      },
    });
    if (!row) return null;
    const codes = row.zone?.path.split("/").filter((code) => code !== "") ?? [];
    const [rankedAmong, presences, zones] = await Promise.all([
      db.community.count({ where: { sourceId: row.sourceId } }),
      codes.length > 0 ? presencesIn(codes.at(-1)!) : [],
      db.zone.findMany({ where: { code: { in: codes }, level: { not: "country" } }, select: { code: true, slug: true, name: true, level: true } }),
    ]);

    return {
      ...toSummary(row),
      rankedAmong,
      nameAsWritten: row.nameAsWritten,
      studyArea: row.studyArea,
      zones: zones.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code)).map(({ slug, name, level }) => ({ slug, name, level })),
      languages: row.languages as CommunityLanguage[],
      populationNote: wholeTextOf(row.texts, "populationNote"),
      summary: wholeTextOf(row.texts, "summary")!,
      identityLines: row.identityLines,
      summaryLines: row.summaryLines,
      lines: range(row),
      actors: presences.map(toActor),
      notes: row.notes.map(({ kind, dimension, texts, lines }) => ({
        kind: kind as CommunityNoteKind,
        dimension: dimension as CommunityDimension | null,
        text: wholeTextOf(texts, "text")!,
        lines,
      })),
    };
  }, given);
}

/** Someone who works there, as the first that says so tells it. */
function toActor({ fields }: PublicEntity): CommunityActor {
  const [name] = fields.name!;
  const text = (field: string) => {
    const said = (fields[field] ?? []).flatMap(({ text: own }) => own ?? []);
    return said.length === 0 ? null : { fr: said.map(({ fr }) => fr).join(" "), en: said.map(({ en }) => en).join(" ") };
  };
  const organisations = (fields.organisations ?? []).flatMap(({ organisation }) => organisation ?? []);
  const { lineStart, lineEnd } = name!.citations[0]!;
  return {
    name: name!.value!,
    organisation: organisations[0] ? { slug: organisations[0].slug, name: organisations[0].name } : null,
    organisations,
    marks: fields.dimensions ? Number(fields.dimensions[0]!.value) : null,
    activity: text("activity"),
    strengths: text("strengths"),
    weaknesses: text("weaknesses"),
    lines: lineStart === null ? null : range({ lineStart, lineEnd: lineEnd ?? lineStart }),
  };
}

function toSummary(row: SummaryRow): CommunitySummary {
  const ofGroup = (group: CommunityIndicatorGroup) =>
    row.indicators
      .filter((indicator) => indicator.group === group)
      .map(({ code, value, rank, mean, texts, lineStart, lineEnd }) => ({
        code: code as CommunityIndicator["code"],
        value,
        rank,
        mean,
        note: wholeTextOf(texts, "note"),
        lines: range({ lineStart, lineEnd }),
      }));
  const groups = COMMUNITY_INDICATOR_GROUPS.map((group) => [group, ofGroup(group)]);
  const indicators = Object.fromEntries(groups) as CommunitySummary["indicators"];
  return {
    slug: row.slug,
    name: row.name,
    municipalityType: row.municipalityType,
    cercle: row.cercle,
    region: row.region,
    population: row.population,
    populationApproximate: row.populationApproximate,
    populationYear: row.populationYear,
    source: row.source,
    indicators,
  };
}

function range({ lineStart, lineEnd }: { lineStart: number; lineEnd: number }): string {
  return lineStart === lineEnd ? String(lineStart) : `${lineStart}-${lineEnd}`;
}
