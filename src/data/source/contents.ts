import "server-only";
import type { SourceListEntry, SourcePlace } from "@/domain/published/source";
import { read } from "../read";
import { citedPlaces, entitiesAt, organisationsOfPlaces } from "./counts";

/** A place that speaks of more organisations does not name them: the list of the directory does. */
export const MOST_NAMED = 100;

export type SourceList = "acronym" | "method" | "bibliography";

const byName = new Intl.Collator("fr");

/** What each place of a document gave, in the order of the document, the running text last. */
export function placesOfSource(slug: string): Promise<SourcePlace[]> {
  return read(async (db) => {
    const source = { slug };
    const said = { source, cited: true, withdrawnById: null };
    const [citations, statements, statistics, entries, entities] = await Promise.all([
      citedPlaces(db, slug),
      db.statement.groupBy({ by: ["place"], where: { ...said, typology: { not: null } }, _count: true, _min: { lineStart: true } }),
      db.statement.groupBy({ by: ["place"], where: { ...said, zoneId: { not: null } }, _count: true, _min: { lineStart: true } }),
      db.sourceEntry.groupBy({ by: ["place"], where: { source }, _count: true, _min: { line: true } }),
      entitiesAt(db, slug),
    ]);
    const places = new Map<string, SourcePlace>();
    const firstLines = new Map<SourcePlace, number>();
    const at = (place: string | null, line: number | null) => {
      const key = place ?? "";
      const counts = { citations: 0, typologyStatements: 0, statistics: 0, entries: 0, communityFigures: 0, communityActors: 0, entityStatements: 0 };
      const known = places.get(key) ?? { place: key === "" ? null : key, ...counts, organisationCount: 0, organisations: [] };
      places.set(key, known);
      firstLines.set(known, Math.min(firstLines.get(known) ?? Infinity, line ?? Infinity));
      return known;
    };
    for (const cited of citations) Object.assign(at(cited.place, cited.line), { citations: cited.citations, organisationCount: cited.organisations });
    for (const { place, _count, _min } of statements) at(place, _min.lineStart).typologyStatements += _count;
    for (const { place, _count, _min } of statistics) at(place, _min.lineStart).statistics += _count;
    for (const { place, _count, _min } of entries) at(place, _min.line).entries += _count;
    for (const { place, line, communityFigures, communityActors, entityStatements } of entities) {
      if (communityFigures + communityActors + entityStatements > 0) Object.assign(at(place, line), { communityFigures, communityActors, entityStatements });
    }
    // The running text, and a list such as the acronyms, speak of nearly all: there the number is enough.
    const short = [...places.values()].flatMap((known) =>
      known.place !== null && known.entries === 0 && known.organisationCount > 0 && known.organisationCount <= MOST_NAMED ? known.place : [],
    );
    if (short.length > 0) for (const { place, ...named } of await organisationsOfPlaces(db, slug, short)) places.get(place ?? "")?.organisations.push(named);
    for (const known of places.values()) known.organisations.sort((a, b) => byName.compare(a.name, b.name));
    return [...places.values()].sort((a, b) => (a.place === null ? 1 : b.place === null ? -1 : firstLines.get(a)! - firstLines.get(b)!));
  });
}

/** The rows of one list of a document, in its order. */
export function listOfSource(slug: string, section: SourceList): Promise<SourceListEntry[]> {
  return read((db) =>
    db.sourceEntry.findMany({
      where: { source: { slug }, section },
      orderBy: { position: "asc" },
      select: { heading: true, label: true, text: true, url: true, place: true, line: true },
    }),
  );
}
