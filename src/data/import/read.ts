import type { Known, SourceAdapter, SourceContent, SourceReading } from "../sources/adapter";
import type { ImportProblem } from "../sources/problems";

/** Several sources as one: their content in their order, and what each brings beside statements. */
export type Reading = { problems: ImportProblem[]; content: SourceContent; after: NonNullable<SourceReading["after"]>[] };

/** Reads sources one after the other; a later one may name the records of an earlier. All faults are told together. */
export async function readSources(sources: readonly { adapter: SourceAdapter; folder: string }[]): Promise<Reading> {
  const readings = await Promise.all(sources.map(({ adapter, folder }) => adapter.read(folder)));
  const problems = readings.flatMap((reading) => reading.problems);
  const contents = readings.flatMap(({ content }) => content ?? []);
  const all = <K extends Exclude<keyof SourceContent, "statements">>(key: K) =>
    contents.flatMap((content) => content[key] as SourceContent[K][number][]) as SourceContent[K];
  const content: SourceContent = {
    sources: all("sources"),
    zones: all("zones"),
    organisations: all("organisations"),
    entries: all("entries"),
    tables: all("tables"),
    notes: all("notes"),
    parts: all("parts"),
    ownNames: all("ownNames"),
    statements: () => contents.flatMap((given) => given.statements()),
  };
  // References into a file with bad rows would only repeat its faults.
  if (problems.length === 0) {
    const known: Known = {
      zones: new Set(content.zones.map(({ code }) => code)),
      organisations: new Set(content.organisations.map(({ slug }) => slug)),
      sources: new Set(content.sources.map(({ slug }) => slug)),
    };
    problems.push(...readings.flatMap(({ check }) => check?.(known) ?? []));
  }
  return { problems, content, after: readings.flatMap(({ after }) => after ?? []) };
}
