import type { SourceAdapter } from "../adapter";
import { documentContent, documentFaults } from "../document";
import { readSources, readTables } from "../read-table";
import { communityContent, STUDY_SOURCE, studyFaults } from "./communities";
import { presenceContent } from "./presences";
import { STUDY_TABLES } from "./tables";

/** The study of seven communities of return, by IOM and Samuel Hall, 2018. */
export const studyOfReturn: SourceAdapter = {
  slug: STUDY_SOURCE,
  title: "the study of seven communities",
  release: { on: "2026-11-22", digest: "16877351424653eb" },
  async read(folder) {
    const { rows, problems } = await readTables(folder, STUDY_TABLES);
    const sources = await readSources(folder, problems);
    if (problems.length > 0) return { problems };
    const document = documentContent(STUDY_SOURCE, rows);
    const communities = communityContent(rows);
    const presences = presenceContent(rows);
    return {
      problems,
      check: (known) => [...studyFaults(rows, known), ...documentFaults(rows, known)],
      content: {
        ...document,
        sources,
        entities: [...document.entities, ...communities.entities, ...presences.entities],
        statements: () => [...document.statements(), ...communities.statements(), ...presences.statements()],
      },
    };
  },
};
