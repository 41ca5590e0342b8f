import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { readMapping } from "@/data/sources/cartographie-osc-mali-2022/read";
import { studyFaults } from "@/data/sources/oim-samuel-hall-mali-2018/communities";
import { STUDY_TABLES, type StudyRows } from "@/data/sources/oim-samuel-hall-mali-2018/tables";
import { readSources, readTables } from "@/data/sources/read-table";
import { COMMUNITY_INDICATORS, type CommunityIndicatorGroup } from "@/domain/community";
import { copySeedFiles, MAPPING_FOLDER, STUDY_FOLDER, type SeedCopy } from "../support/seed-files";

let study: StudyRows;
beforeAll(async () => {
  const read = await readTables(STUDY_FOLDER, STUDY_TABLES);
  expect(read.problems).toEqual([]);
  study = read.rows;
});

const of = (community: string, group: CommunityIndicatorGroup) => study.indicators.filter((row) => row.community === community && row.group === group);
const values = (community: string, group: "survey" | "service_satisfaction") =>
  COMMUNITY_INDICATORS[group].map((code) => of(community, group).find((row) => row.code === code)?.value);

/** As a reader finds them in the profiles, question by question. */
const SURVEY: Record<string, number[]> = {
  bafoulabe: [40, 55, 41, 82, 55, 44, 19, 33, 81, 68, 85, 37, 33, 90, 22, 36, 22],
  "bamako-commune-iv": [60, 46, 5, 79, 45, 51, 11, 50, 85, 68, 33, 32, 22, 80, 29, 74, 4],
  kati: [47, 60, 24, 86, 35, 41, 26, 29, 87, 44, 28, 43, 10, 70, 29, 69, 7],
  kayes: [45, 58, 44, 76, 28, 46, 18, 24, 88, 22, 60, 51, 13, 80, 34, 82, 17],
  sikasso: [39, 49, 24, 71, 28, 54, 18, 45, 91, 60, 35, 21, 17, 77, 35, 71, 14],
  "kirane-yelimane": [37, 60, 30, 91, 22, 70, 5, 55, 57, 28, 68, 17, 53, 94, 25, 5, 17],
  kita: [39, 48, 24, 86, 25, 63, 30, 29, 91, 33, 33, 70, 6, 81, 26, 49, 34],
};
const MEANS = [48, 53, 26, 80, 33, 52, 19, 40, 83, 47, 47, 40, 21, 81, 29, 56, 16];
const SATISFACTION: Record<string, number[]> = {
  bafoulabe: [9, 8, -10, 3, -11, 54],
  "bamako-commune-iv": [-7, 4, -22, -12, -4, -9],
  kati: [2, 5, 20, 28, 1, -8],
  kayes: [10, -4, -1, 14, 30, -9],
  sikasso: [-18, -12, -14, -26, -11, -22],
  "kirane-yelimane": [7, -20, -3, -5, -4, -18],
  kita: [2, 11, 27, 3, 0, 13],
};

describe("the communities of the 2018 study", () => {
  it("are seven, with the population that their profile prints", () => {
    expect(study.communities.map((row) => [row.slug, row.population, row.population_year])).toEqual([
      ["bafoulabe", 19995, 2009],
      ["bamako-commune-iv", 300000, null],
      ["kati", 114983, 2009],
      ["kayes", 127368, 2009],
      ["sikasso", 225753, 2009],
      ["kirane-yelimane", 2982, 2002],
      ["kita", 48947, 2009],
    ]);
  });

  it.each(Object.keys(SURVEY))("have their 17 answers and 6 gaps: %s", (community) => {
    expect(values(community, "survey")).toEqual(SURVEY[community]);
    expect(values(community, "service_satisfaction")).toEqual(SATISFACTION[community]);
  });

  it("print the same means, but for one question in Kita", () => {
    for (const community of Object.keys(SURVEY)) {
      const means = COMMUNITY_INDICATORS.survey.map((code) => of(community, "survey").find((row) => row.code === code)?.mean);
      const expected = community === "kita" ? MEANS.with(COMMUNITY_INDICATORS.survey.indexOf("wants_psychological_services"), 42) : MEANS;
      expect(means).toEqual(expected);
    }
    expect(study.indicators.find((row) => row.community === "kita" && row.code === "wants_psychological_services")?.note_fr).toContain("42");
  });

  it("have an overall score that is the mean of the three dimensions, and ranks that follow the scores", () => {
    const scores = study.indicators.filter((row) => row.group === "reintegration_score");
    for (const { slug } of study.communities) {
      const score = (code: string) => scores.find((row) => row.community === slug && row.code === code)!.value!;
      expect(Math.abs((score("economic") + score("social") + score("psychosocial")) / 3 - score("overall"))).toBeLessThan(0.0051);
    }
    for (const code of COMMUNITY_INDICATORS.reintegration_score) {
      const ranked = scores.filter((row) => row.code === code).sort((a, b) => a.rank! - b.rank!);
      expect(ranked.map((row) => row.rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(ranked.map((row) => row.value)).toEqual(ranked.map((row) => row.value!).sort((a, b) => b - a));
    }
  });

  it("have 39 actors with 97 ticks, four of them in every dimension", () => {
    expect(study.actors).toHaveLength(39);
    expect(study.actors.reduce((sum, row) => sum + row.marks, 0)).toBe(97);
    expect(study.actors.filter((row) => row.marks === 4).map((row) => `${row.community}: ${row.name}`)).toEqual([
      "bafoulabe: CAFO",
      "bamako-commune-iv: Human HELP",
      "kayes: Association des migrants de retour à Kayes (AMRK)",
      "kirane-yelimane: CAFO",
    ]);
  });

  it("keep what the introduction and the profile say of Kati and Sikasso", () => {
    const differing = study.communities.filter((row) => row.municipality_type !== row.study_area);
    expect(differing.map((row) => [row.slug, row.study_area, row.municipality_type])).toEqual([
      ["kati", "rural", "urban"],
      ["sikasso", "rural", "urban"],
    ]);
  });

  it("say what their lines print", () => {
    const note = (line: string) => study.notes.find(({ lines }) => lines === line)?.text_fr;
    expect(note("2243-2245")).toMatch(/infrastructures et de connexions aux marchés/);
    expect(note("3616-3618")).toMatch(/en hausse depuis cinq ans, à cause de faibles pluies/);
    expect(study.actors.find(({ line_start }) => line_start === 2359)?.activity_fr).toMatch(/^Existe depuis 2006/);
    expect(study.indicators.filter(({ line_start }) => [2204, 4574].includes(line_start)).map(({ code }) => code)).toEqual([
      "climate_change",
      "climate_reasons",
    ]);
    expect(study.communities.find(({ slug }) => slug === "bafoulabe")?.line_end).toBe(2427);
    const inOrder = study.communities.map(({ line_start, line_end }) => [line_start, line_end]);
    expect(inOrder.slice(1).every(([start], index) => start === inOrder[index]![1]! + 1)).toBe(true);
  });

  it("cite lines of their own profile, or of the table of scores", () => {
    for (const { slug, line_start, line_end } of study.communities) {
      for (const row of [...study.indicators, ...study.actors].filter(({ community }) => community === slug)) {
        const inProfile = row.line_start >= line_start && row.line_end <= line_end;
        expect(inProfile || ("group" in row && row.group === "reintegration_score" && row.line_start >= 469 && row.line_end <= 475)).toBe(true);
      }
    }
  });

  it("have no text without its translation, and say of both documents what they lack", async () => {
    expect(study.notes.every((row) => row.text_fr !== row.text_en)).toBe(true);
    const mapping = await readMapping(MAPPING_FOLDER);
    for (const notes of [mapping.rows.sourceNotes, study.sourceNotes]) {
      for (const kind of ["method", "missing", "fault"]) expect(notes.some((row) => row.kind === kind)).toBe(true);
    }
  });
});

describe("a bad row of the study", () => {
  let copy: SeedCopy | null = null;
  afterEach(async () => {
    await copy?.remove();
    copy = null;
  });

  const problemsAfter = async (file: string, line: string) => {
    copy = await copySeedFiles(STUDY_FOLDER);
    await copy.append(file, line);
    return (await readTables(copy.folder, STUDY_TABLES)).problems.map(({ column, wrong }) => [column, wrong]);
  };

  it.each([
    ["a code of another group", "kita,survey,housing,12,,40,4800,4801,,", "code", "is not a code of this group"],
    ["neither value nor rank", "kita,activity_sector,mechanics,,,,4800,4800,,", "value", "a row has a value, a rank or both"],
    ["lines the wrong way round", "kita,activity_sector,mechanics,5,4,,4801,4800,,", "line_end", "comes before line_start"],
    ["a note in one language", "kita,activity_sector,mechanics,5,4,,4800,4800,Note,", "note_en", "a text has both languages or neither"],
    ["a line beyond the document", "kita,activity_sector,mechanics,5,4,,9800,9800,,", "line_start", "is not a whole number from 1 to 5241"],
  ])("is told: %s", async (_, line, column, wrong) => {
    expect(await problemsAfter("communities-indicators.csv", line)).toContainEqual([column, wrong]);
  });

  it("is told when it names what no file has", async () => {
    copy = await copySeedFiles(STUDY_FOLDER);
    await copy.append("communities-actors.csv", "gao,Radio,nobody,1,Radio.,Radio.,,,,,4800,4800");
    await copy.append("communities-notes.csv", "gao,fact,,Un fait.,A fact.,12");
    const mapping = await readMapping(MAPPING_FOLDER);
    const read = await readTables(copy.folder, STUDY_TABLES);
    const sources = [...mapping.sources, ...(await readSources(copy.folder, read.problems))];
    expect(read.problems).toEqual([]);
    const known = {
      zones: new Set(mapping.rows.zones.map(({ code }) => code)),
      organisations: new Set([...mapping.rows.organisations, ...read.rows.organisations].map(({ slug }) => slug)),
      sources: new Set(sources.map(({ slug }) => slug)),
      entities: new Set<string>(),
    };
    expect(studyFaults(read.rows, known).map(({ file, column, wrong }) => [file, column, wrong])).toEqual([
      ["communities-actors.csv", "community", '"gao" is unknown'],
      ["communities-notes.csv", "community", '"gao" is unknown'],
      ["communities-actors.csv", "organisations", '"nobody" is unknown'],
    ]);
    expect(studyFaults(read.rows, { ...known, sources: new Set(["cartographie-osc-mali-2022"]) }).map(({ wrong }) => wrong)).toContain(
      'has no document "oim-samuel-hall-mali-2018"',
    );
  });
});
