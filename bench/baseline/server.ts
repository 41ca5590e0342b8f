// node --conditions=react-server --import tsx bench/baseline/server.ts
// The baseline: Node's own http server and plain SQL on tables with GIN indexes. Environment: DATABASE_URL, PORT.
import { createServer } from "node:http";
import pg from "pg";
import { PARAMETER_NAMES, parametersOf, parseDirectoryQuery, type DirectoryQuery } from "@/domain/filters";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { rows: zones } = await pool.query<{ code: string; slug: string }>('SELECT "code", "slug" FROM "Zone"');
const codeOfZone = new Map(zones.map(({ code, slug }) => [slug, code]));

/** One condition for each chosen group and for the text. */
type Condition = { group: string; sql: string };

function conditionsOf({ q, groups }: DirectoryQuery, values: unknown[]): Condition[] {
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const text = q ? [{ group: "", sql: `words @@ websearch_to_tsquery('baseline.french', ${parameter(q)})` }] : [];
  const chosen = Object.entries({ kind: ["cso", "network"], ...groups }).map(([group, wanted]) => {
    const facets = wanted.map((value) => `${group}:${group === "zone" ? (codeOfZone.get(value) ?? value) : value}`);
    return { group, sql: `facets && ${parameter(facets)}::text[]` };
  });
  return [...text, ...chosen];
}

const COUNTS = "SELECT json_object_agg(facet, n) FROM (SELECT facet, count(*)::int AS n FROM";

/** The facets of all that match and, for a group that was chosen, of what matches the other conditions. */
function facetsSql(conditions: readonly Condition[]): string {
  const apart = conditions.filter(({ group }) => group);
  const alternatives = apart.map(({ group }) => {
    const others = conditions.filter((condition) => condition.group !== group).map(({ sql }) => sql);
    const where = [...others, `facet LIKE '${group}:%'`].join(" AND ");
    return `(${COUNTS} baseline.organisation, unnest(facets) AS facet WHERE ${where} GROUP BY 1) c) AS "${group}"`;
  });
  return [`(${COUNTS} found, unnest(facets) AS facet GROUP BY 1) c) AS facets`, ...alternatives].join(", ");
}

async function search(query: DirectoryQuery) {
  const values: unknown[] = [];
  const conditions = conditionsOf(query, values);
  const rank = query.q ? "ts_rank(words, websearch_to_tsquery('baseline.french', $1))" : "0";
  const { rows } = await pool.query<{ total: number; items: unknown[] | null; facets: object }>(
    `WITH found AS MATERIALIZED (SELECT id, name_key, facets, ${rank} AS rank FROM baseline.organisation WHERE ${conditions.map(({ sql }) => sql).join(" AND ")})
     SELECT (SELECT count(*)::int FROM found) AS total, ${facetsSql(conditions)},
       (SELECT json_agg(o.summary ORDER BY p.rank DESC, p.name_key, id)
        FROM (SELECT * FROM found ORDER BY rank DESC, name_key, id LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}) p
        JOIN baseline.organisation o USING (id)) AS items`,
    values,
  );
  return rows[0]!;
}

/** The search again with the nearest known words, when nothing was found. */
async function searchWithCorrection(query: DirectoryQuery) {
  const found = await search(query);
  if (found.total > 0 || !query.q) return found;
  const { rows } = await pool.query<{ q: string | null }>(
    `SELECT string_agg(coalesce(near.word, typed), ' ') AS q FROM unnest($1::text[]) typed
     LEFT JOIN LATERAL (SELECT word FROM baseline.word WHERE word % typed ORDER BY word <-> typed LIMIT 1) near ON true`,
    [query.q.toLowerCase().split(/\s+/)],
  );
  return search({ ...query, q: rows[0]?.q ?? query.q });
}

const SUGGESTIONS = `SELECT
  (SELECT json_agg(s) FROM (
    SELECT slug, summary->>'name' AS name, summary->>'acronym' AS acronym FROM baseline.organisation
    WHERE words @@ (quote_literal($1) || ':*')::tsquery ORDER BY name_key LIMIT 6) s) AS organisations,
  (SELECT json_agg(l) FROM (SELECT facet FROM baseline.label WHERE words ILIKE $1 || '%' LIMIT 6) l) AS labels`;

async function answer(url: URL): Promise<string | undefined> {
  const { pathname, searchParams } = url;
  if (pathname === "/api/v1/suggestions") return JSON.stringify((await pool.query(SUGGESTIONS, [searchParams.get("q")])).rows[0]);
  if (pathname !== "/api/v1/organisations") {
    const slug = pathname.slice(pathname.lastIndexOf("/") + 1);
    return (await pool.query<{ body: string }>("SELECT body FROM baseline.profile WHERE slug = $1", [slug])).rows[0]?.body;
  }
  const parsed = parseDirectoryQuery(parametersOf(searchParams), PARAMETER_NAMES);
  return parsed.ok ? JSON.stringify(await searchWithCorrection(parsed.query)) : undefined;
}

createServer(async (request, response) => {
  try {
    const body = await answer(new URL(request.url ?? "/", "http://localhost"));
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json; charset=utf-8" });
    response.end(body ?? "{}");
  } catch (error) {
    // A query is cancelled when the measurement that asked for it is over.
    if (!(error instanceof pg.DatabaseError && error.code === "57014")) console.error(error);
    response.writeHead(500).end();
  }
}).listen(Number(process.env.PORT), "127.0.0.1");
