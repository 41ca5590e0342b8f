import "server-only";
import type { ClientBase } from "pg";
import type { SearchDocument } from "@/search/segment";

/** How many organisations are read at once. */
const BATCH = 10_000;

const COLUMNS = `
  SELECT s."organisationId", o."name", o."acronym", array_to_string(s."facets", ' '), array_to_string(s."aliases", E'\\n'), s."description",
    o."memberCount", extract(epoch FROM o."updatedAt")::float8 * 1000, extract(epoch FROM o."verifiedAt")::float8 * 1000
  FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"`;

type Row = [number, string, string | null, string, string, string | null, number | null, number, number | null];

const lines = (text: string): string[] => (text === "" ? [] : text.split("\n"));

function toDocument([id, name, acronym, facets, aliases, description, memberCount, updatedAt, verifiedAt]: Row): SearchDocument {
  return { id, name, acronym, aliases: lines(aliases), description, facets: facets.split(" "), memberCount, updatedAt, verifiedAt };
}

/** Reads every search row in the order of the names, a batch at a time, inside the caller's transaction. */
export async function eachDocument(client: ClientBase, visit: (document: SearchDocument) => void): Promise<void> {
  await client.query(`DECLARE documents NO SCROLL CURSOR FOR ${COLUMNS} ORDER BY s."nameKey", s."organisationId"`);
  for (;;) {
    const { rows } = await client.query<Row>({ text: `FETCH ${BATCH} FROM documents`, rowMode: "array" });
    for (const row of rows) visit(toDocument(row));
    if (rows.length < BATCH) break;
  }
  await client.query("CLOSE documents");
}

/** Those of the given organisations; null for one that the public may not see. */
export async function documentsOf(client: ClientBase, ids: readonly number[]): Promise<Map<number, SearchDocument | null>> {
  const { rows } = await client.query<Row>({ text: `${COLUMNS} WHERE s."organisationId" = ANY ($1::int[])`, values: [[...ids]], rowMode: "array" });
  const found = new Map(rows.map((row) => [row[0], toDocument(row)]));
  return new Map(ids.map((id) => [id, found.get(id) ?? null]));
}
