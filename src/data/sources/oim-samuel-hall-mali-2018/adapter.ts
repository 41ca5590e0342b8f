import { NO_CONTENT, type SourceAdapter, type SourcePartRecord } from "../adapter";
import { entityContent, entityFaults } from "../entities";
import { notesOf } from "../notes";
import { readSources, readTables } from "../read-table";
import { STUDY_SOURCE, studyFaults, writeStudy } from "./communities";
import { STUDY_TABLES } from "./tables";

/** The study of seven communities of return, by IOM and Samuel Hall, 2018. */
export const studyOfReturn: SourceAdapter = {
  slug: STUDY_SOURCE,
  title: "the study of seven communities",
  release: { on: "2026-11-22", digest: "61f101bf14275d40" },
  async read(folder) {
    const { rows, problems } = await readTables(folder, STUDY_TABLES);
    const sources = await readSources(folder, problems);
    if (problems.length > 0) return { problems };
    const notes = notesOf(STUDY_SOURCE, rows.sourceNotes);
    const parts: SourcePartRecord[] = [
      { source: STUDY_SOURCE, part: "reintegration_scores", place: "Tableau 1" },
      { source: STUDY_SOURCE, part: "community_profiles", place: "Profils communautaires" },
      { source: STUDY_SOURCE, part: "community_actors", place: "Cartographie des acteurs" },
    ];
    return {
      problems,
      check: (known) => [...studyFaults(rows, known), ...entityFaults(rows, known)],
      content: { ...NO_CONTENT, ...entityContent(STUDY_SOURCE, rows), sources, notes, parts },
      after: (db, ids) => writeStudy(db, rows, ids),
    };
  },
};
