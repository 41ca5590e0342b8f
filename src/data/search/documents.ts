import "server-only";
import type { ClientBase } from "pg";
import type { SearchDocument } from "@/search/segment";

/** How many organisations are read at once. */
const BATCH = 2000;

const VALUES = `s."organisationId", o."name", o."acronym", array_to_string(s."facets", ' '), array_to_string(s."aliases", E'\\n'), s."description",
    o."memberCount", extract(epoch FROM o."updatedAt")::float8 * 1000, extract(epoch FROM o."verifiedAt")::float8 * 1000`;
const SHOWN = `FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"`;
const COLUMNS = `SELECT ${VALUES} ${SHOWN}`;

export type Row = [number, string, string | null, string, string, string | null, number | null, number, number | null];

const lines = (text: string): string[] => (text === "" ? [] : text.split("\n"));

function toDocument([id, name, acronym, facets, aliases, description, memberCount, updatedAt, verifiedAt]: Row): SearchDocument {
  return { id, name, acronym, aliases: lines(aliases), description, facets: facets.split(" "), memberCount, updatedAt, verifiedAt };
}

/** Reads every search row in the order of the names, inside the caller's transaction; PostgreSQL prepares a batch while the one before is visited. */
export async function eachDocument(client: ClientBase, visit: (document: SearchDocument) => void): Promise<void> {
  await client.query(`DECLARE documents NO SCROLL CURSOR FOR ${COLUMNS} ORDER BY s."nameKey", s."organisationId"`);
  const fetch = () => client.query<Row>({ text: `FETCH ${BATCH} FROM documents`, rowMode: "array" });
  let next = fetch();
  for (;;) {
    const { rows } = await next;
    if (rows.length === 0) break;
    next = fetch();
    for (const row of rows) visit(toDocument(row));
  }
  await client.query("CLOSE documents");
}

/** Those of the given organisations; null for one that the public may not see. */
export async function documentsOf(client: ClientBase, ids: readonly number[]): Promise<Map<number, SearchDocument | null>> {
  const { rows } = await client.query<Row>({ text: `${COLUMNS} WHERE s."organisationId" = ANY ($1::int[])`, values: [[...ids]], rowMode: "array" });
  return documentsIn(rows, ids);
}

/** SQL: the rows of {@link documentsIn} as one value. @param ids an array of ids, SQL */
export const documentsSql = (ids: string): string =>
  `(SELECT coalesce(json_agg(json_build_array(${VALUES})), '[]') ${SHOWN} WHERE s."organisationId" = ANY (${ids}))`;

/** The organisations of what {@link documentsSql} selects; null for one that the public may not see. */
export function documentsIn(rows: readonly Row[], ids: readonly number[]): Map<number, SearchDocument | null> {
  const found = new Map(rows.map((row) => [row[0], toDocument(row)]));
  return new Map(ids.map((id) => [id, found.get(id) ?? null]));
}

/**
 * The ids of all public organisations, in ascending order. A million rows would take seconds, and one value for all of them would hold up
 * the event loop while it is read.
 */
export async function publicIds(client: ClientBase): Promise<Int32Array> {
  const { rows } = await client.query<{ ids: Buffer }>(
    `SELECT string_agg(int4send("organisationId"), '' ORDER BY "organisationId") AS ids FROM organisation_search
     GROUP BY "organisationId" / 65536 ORDER BY "organisationId" / 65536`,
  );
  const bytes = new Uint8Array(Buffer.concat(rows.map(({ ids }) => ids))).buffer;
  Buffer.from(bytes).swap32();
  return new Int32Array(bytes);
}
