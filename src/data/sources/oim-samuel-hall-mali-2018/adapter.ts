import type { SourceAdapter, SourcePartRecord } from "../adapter";
import { documentContent, documentFaults } from "../document";
import { readSources, readTables } from "../read-table";
import { STUDY_SOURCE, studyFaults, writeStudy } from "./communities";
import { presenceContent } from "./presences";
import { STUDY_TABLES } from "./tables";

/** The study of seven communities of return, by IOM and Samuel Hall, 2018. */
export const studyOfReturn: SourceAdapter = {
  slug: STUDY_SOURCE,
  title: "the study of seven communities",
  release: { on: "2026-11-22", digest: "fb52e9b150d9e91b" },
  async read(folder) {
    const { rows, problems } = await readTables(folder, STUDY_TABLES);
    const sources = await readSources(folder, problems);
    if (problems.length > 0) return { problems };
    const parts: SourcePartRecord[] = [
      { source: STUDY_SOURCE, part: "reintegration_scores", place: "Tableau 1" },
      { source: STUDY_SOURCE, part: "community_profiles", place: "Profils communautaires" },
    ];
    const document = documentContent(STUDY_SOURCE, rows);
    const presences = presenceContent(rows);
    return {
      problems,
      check: (known) => [...studyFaults(rows, known), ...documentFaults(rows, known)],
      content: {
        ...document,
        sources,
        parts,
        entities: [...document.entities, ...presences.entities],
        statements: () => [...document.statements(), ...presences.statements()],
      },
      after: (db, ids) => writeStudy(db, rows, ids),
    };
  },
};
