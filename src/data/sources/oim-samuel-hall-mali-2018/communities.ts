import type { Db } from "../../client";
import type { Ids, Known } from "../adapter";
import type { ImportProblem } from "../problems";
import { STUDY_TABLES, type StudyRow, type StudyRows } from "./tables";

/** The document of all rows about communities. */
export const STUDY_SOURCE = "oim-samuel-hall-mali-2018";

/** Rows that name something which no file has. */
export function studyFaults(study: StudyRows, known: Known): ImportProblem[] {
  const communities = new Set(study.communities.map((row) => row.slug));
  const problems: ImportProblem[] = [];
  const check = (table: keyof StudyRows, rowNumber: number, column: string, value: string | null, set: ReadonlySet<string>, remedy: string) => {
    if (value === null || set.has(value)) return;
    problems.push({ file: STUDY_TABLES[table].file, row: rowNumber, column, wrong: `"${value}" is unknown`, remedy });
  };
  if (!known.sources.has(STUDY_SOURCE)) {
    problems.push({
      file: "sources.json",
      row: null,
      column: "slug",
      wrong: `has no document "${STUDY_SOURCE}"`,
      remedy: "The communities cite it: put it back.",
    });
  }
  for (const row of study.communities) check("communities", row.rowNumber, "zone", row.zone, known.zones, "Use a code of zones.csv, or leave the cell empty.");
  for (const table of ["indicators", "actors", "notes"] as const) {
    for (const row of study[table]) check(table, row.rowNumber, "community", row.community, communities, "Use a slug of communities.csv.");
  }
  for (const row of study.actors) {
    check("actors", row.rowNumber, "organisation", row.organisation, known.organisations, "Use a slug of organisations.csv, or leave the cell empty.");
  }
  return problems;
}

/**
 * Writes the communities, after the zones, the organisations and the
 * sources. These records belong to the files: a second run brings them back to what the files say.
 *
 * @returns how many rows were changed; 0 when the database already held all
 */
export async function writeStudy(db: Db, study: StudyRows, { zones: zoneIds, sources: sourceIds, organisations: organisationIds }: Ids): Promise<number> {
  const stored = new Map((await db.community.findMany()).map((row) => [row.slug, row]));
  let changes = 0;

  for (const [position, row] of study.communities.entries()) {
    const zoneId = row.zone === null ? null : zoneIds.get(row.zone)!;
    const data = { ...communityData(row), zoneId, sourceId: sourceIds.get(STUDY_SOURCE)!, position };
    let id = stored.get(row.slug)?.id;
    if (id === undefined || !sameValues(data, stored.get(row.slug)!)) {
      ({ id } = await db.community.upsert({ where: { slug: row.slug }, create: data, update: data }));
      changes += 1;
    }
    changes += await writeIndicators(
      db,
      id,
      study.indicators.filter((item) => item.community === row.slug),
    );
    changes += await writeActors(
      db,
      id,
      study.actors.filter((item) => item.community === row.slug),
      organisationIds,
    );
    changes += await writeNotes(
      db,
      id,
      study.notes.filter((item) => item.community === row.slug),
    );
  }
  const gone = await db.community.deleteMany({ where: { slug: { notIn: study.communities.map((row) => row.slug) } } });
  changes += gone.count;

  return changes;
}

function communityData(row: StudyRow<"communities">) {
  return {
    slug: row.slug,
    name: row.name,
    nameAsWritten: row.name_as_written,
    municipalityType: row.municipality_type,
    studyArea: row.study_area,
    cercle: row.cercle,
    region: row.region,
    languages: row.languages,
    population: row.population,
    populationApproximate: row.population_quality === "approximate",
    populationYear: row.population_year,
    populationNoteFr: row.population_note_fr,
    populationNoteEn: row.population_note_en,
    summaryFr: row.summary_fr,
    summaryEn: row.summary_en,
    identityLines: row.identity_lines,
    summaryLines: row.summary_lines,
    lineStart: row.line_start,
    lineEnd: row.line_end,
  };
}

function indicatorData(communityId: number, row: StudyRow<"indicators">, position: number) {
  const { group, code, value, rank, mean } = row;
  return {
    communityId,
    group,
    code,
    value,
    rank,
    mean,
    position,
    noteFr: row.note_fr,
    noteEn: row.note_en,
    lineStart: row.line_start,
    lineEnd: row.line_end,
  };
}

function actorData(communityId: number, row: StudyRow<"actors">, position: number, organisationIds: ReadonlyMap<string, number>) {
  return {
    communityId,
    position,
    name: row.name,
    organisationId: row.organisation === null ? null : (organisationIds.get(row.organisation) ?? null),
    marks: row.marks,
    activityFr: row.activity_fr,
    activityEn: row.activity_en,
    strengthsFr: row.strengths_fr,
    strengthsEn: row.strengths_en,
    weaknessesFr: row.weaknesses_fr,
    weaknessesEn: row.weaknesses_en,
    lineStart: row.line_start,
    lineEnd: row.line_end,
  };
}

/** Whether a stored row holds the wanted values; lists are compared item by item. */
function sameValues(wanted: object, stored: object): boolean {
  const values = new Map(Object.entries(stored));
  return Object.entries(wanted).every(([column, value]) => JSON.stringify(values.get(column)) === JSON.stringify(value));
}

function sameRows(stored: readonly object[], wanted: readonly object[]): boolean {
  return stored.length === wanted.length && wanted.every((row, index) => sameValues(row, stored[index]!));
}

async function writeIndicators(db: Db, communityId: number, rows: StudyRow<"indicators">[]): Promise<number> {
  const data = rows.map((row, position) => indicatorData(communityId, row, position));
  if (sameRows(await db.communityIndicator.findMany({ where: { communityId }, orderBy: { position: "asc" } }), data)) return 0;
  await db.communityIndicator.deleteMany({ where: { communityId } });
  await db.communityIndicator.createMany({ data });
  return data.length;
}

async function writeActors(db: Db, communityId: number, rows: StudyRow<"actors">[], organisationIds: ReadonlyMap<string, number>): Promise<number> {
  const data = rows.map((row, position) => actorData(communityId, row, position, organisationIds));
  if (sameRows(await db.communityActor.findMany({ where: { communityId }, orderBy: { position: "asc" } }), data)) return 0;
  await db.communityActor.deleteMany({ where: { communityId } });
  await db.communityActor.createMany({ data });
  return data.length;
}

async function writeNotes(db: Db, communityId: number, rows: StudyRow<"notes">[]): Promise<number> {
  const data = rows.map(({ kind, dimension, text_fr: textFr, text_en: textEn, lines }, position) => ({
    communityId,
    position,
    kind,
    dimension,
    textFr,
    textEn,
    lines,
  }));
  if (sameRows(await db.communityNote.findMany({ where: { communityId }, orderBy: { position: "asc" } }), data)) return 0;
  await db.communityNote.deleteMany({ where: { communityId } });
  await db.communityNote.createMany({ data });
  return data.length;
}
