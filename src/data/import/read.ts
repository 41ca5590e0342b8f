import { entityKey, type Known, type SourceAdapter, type SourceContent } from "../sources/adapter";
import type { ImportProblem } from "../sources/problems";

/** Several sources as one: their content in their order, and when each document's files were released. */
export type Reading = {
  problems: ImportProblem[];
  content: ReleasedContent;
  released: ReadonlyMap<string, Date>;
};
type ReleasedContent = SourceContent & { organisations: ReleasedOrganisation[]; entities: ReleasedEntity[] };
/** An entry that a source gives, dated from the files that give it: the same whenever they are loaded. */
export type ReleasedOrganisation = SourceContent["organisations"][number] & { released: Date };
export type ReleasedEntity = SourceContent["entities"][number] & { released: Date };

/** Reads sources one after the other; a later one may name the records of an earlier. All faults are told together. */
export async function readSources(sources: readonly { adapter: SourceAdapter; folder: string }[]): Promise<Reading> {
  const readings = await Promise.all(sources.map(({ adapter, folder }) => adapter.read(folder)));
  const problems = readings.flatMap((reading) => reading.problems);
  const dated = readings.flatMap(({ content }, index) => (content ? [{ content, released: new Date(sources[index]!.adapter.release.on) }] : []));
  const contents = dated.map(({ content }) => content);
  const all = <K extends Exclude<keyof SourceContent, "statements">>(key: K) =>
    contents.flatMap((content) => content[key] as SourceContent[K][number][]) as SourceContent[K];
  const content: ReleasedContent = {
    sources: all("sources"),
    zones: all("zones"),
    organisations: dated.flatMap(({ content: { organisations }, released }) => organisations.map((given) => ({ ...given, released }))),
    // Several documents may speak of one: the first gives it.
    entities: [
      ...new Map(
        dated
          .toReversed()
          .flatMap(({ content: { entities }, released }) => entities.toReversed().map((given) => [entityKey(given), { ...given, released }] as const)),
      ).values(),
    ].toReversed(),
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
      entities: new Set(content.entities.map(entityKey)),
    };
    problems.push(...readings.flatMap(({ check }) => check?.(known) ?? []));
  }
  const released = new Map(dated.flatMap(({ content: given, released: day }) => given.sources.map(({ slug }): [string, Date] => [slug, day])));
  return { problems, content, released };
}
