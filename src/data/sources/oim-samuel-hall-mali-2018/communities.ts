import type { Db } from "../../client";
import type { Ids, Known } from "../adapter";
import { holds } from "../../import/stored";
import { createWithTexts, textRows, TEXTS, writeTexts } from "../../texts";
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
    for (const slug of row.organisations)
      check("actors", row.rowNumber, "organisations", slug, known.organisations, "Use slugs of organisations.csv, or leave the cell empty.");
  }
  return problems;
}

/**
 * Writes the communities, after the zones, the organisations and the
 * sources. These records belong to the files: a second run brings them back to what the files say.
 *
 * @returns how many communities were deleted and written; 0 when the database already held all
 */
export async function writeStudy(db: Db, study: StudyRows, ids: Ids): Promise<number> {
  const gone = await db.community.deleteMany({ where: { slug: { notIn: study.communities.map(({ slug }) => slug) } } });
  let written = 0;
  for (const [position, row] of study.communities.entries()) {
    const community = { ...communityData(row, ids), position };
    const parts = partsOf(row.slug, study);
    if (holds(await storedCommunity(db, row.slug), { ...community, ...parts })) continue;
    await writeCommunity(db, community, parts);
    written += 1;
  }
  return gone.count + written;
}

async function storedCommunity(db: Db, slug: string) {
  const inOrder = { where: { community: { slug } }, include: { texts: TEXTS }, orderBy: { position: "asc" } } as const;
  return {
    ...(await db.community.findUnique({ where: { slug }, include: { texts: TEXTS } })),
    indicators: await db.communityIndicator.findMany(inOrder),
    notes: await db.communityNote.findMany(inOrder),
  };
}

/** Writes a community anew, with all that belongs to it. */
async function writeCommunity(
  db: Db,
  { texts, ...data }: ReturnType<typeof communityData> & { position: number },
  { indicators, notes }: ReturnType<typeof partsOf>,
): Promise<void> {
  await db.community.deleteMany({ where: { slug: data.slug } });
  const { id: communityId } = await db.community.create({ data });
  const own = <R>(rows: R[]) => ({ data: rows.map((row) => ({ ...row, communityId })) });
  await writeTexts(db, "communityId", [{ id: communityId, texts }]);
  await createWithTexts(db, "communityIndicatorId", indicators, (rows) => db.communityIndicator.createManyAndReturn(own(rows)));
  await createWithTexts(db, "communityNoteId", notes, (rows) => db.communityNote.createManyAndReturn(own(rows)));
}

function communityData(row: StudyRow<"communities">, ids: Ids) {
  return {
    slug: row.slug,
    name: row.name,
    nameAsWritten: row.name_as_written,
    municipalityType: row.municipality_type,
    studyArea: row.study_area,
    cercle: row.cercle,
    region: row.region,
    zoneId: row.zone === null ? null : ids.zones.get(row.zone)!,
    languages: row.languages,
    population: row.population,
    populationApproximate: row.population_quality === "approximate",
    populationYear: row.population_year,
    sourceId: ids.sources.get(STUDY_SOURCE)!,
    identityLines: row.identity_lines,
    summaryLines: row.summary_lines,
    lineStart: row.line_start,
    lineEnd: row.line_end,
    texts: textRows({
      populationNote: { fr: row.population_note_fr, en: row.population_note_en },
      summary: { fr: row.summary_fr, en: row.summary_en },
    }),
  };
}

/** The rows that belong to one community, in the order of the files. */
function partsOf(slug: string, { indicators, notes }: StudyRows) {
  const own = <R extends { community: string }>(rows: R[]) => rows.filter(({ community }) => community === slug);
  return {
    indicators: own(indicators).map(({ group, code, value, rank, mean, note_fr: fr, note_en: en, line_start: lineStart, line_end: lineEnd }, position) => ({
      ...{ group, code, value, rank, mean, lineStart, lineEnd, position, texts: textRows({ note: { fr, en } }) },
    })),
    notes: own(notes).map(({ kind, dimension, text_fr: fr, text_en: en, lines }, position) => ({
      ...{ kind, dimension, lines, position, texts: textRows({ text: { fr, en } }) },
    })),
  };
}
