// node --conditions=react-server --import tsx bench/floor/server.mjs
// The floor: Node's own http server and `pg`, with the best SQL we found for the site's answers.
// Environment: DATABASE_URL, PORT.
import { createServer } from "node:http";
import pg from "pg";
import { parametersOf, parseDirectoryQuery } from "../../src/domain/filters.ts";
import { loadMemory } from "./memory.mjs";
import { searchFloor } from "./search.mjs";
import { suggestFloor } from "./suggest.mjs";
import { CONNECTION } from "./text.mjs";

const { DATABASE_URL, PORT } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: CONNECTION });

const memory = await loadMemory(pool);

const PROFILE = { name: "profile", text: "SELECT body FROM floor.profile WHERE slug = $1" };
const list = "/api/v1/organisations";

async function answer(url) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (pathname === list) {
    const parsed = parseDirectoryQuery(parametersOf(searchParams), true);
    return parsed.ok ? JSON.stringify(await searchFloor(pool, memory, parsed.query)) : null;
  }
  if (pathname === "/api/v1/suggestions") return JSON.stringify(await suggestFloor(pool, memory, searchParams.get("q")?.trim() ?? ""));
  if (pathname.startsWith(`${list}/`)) return (await pool.query({ ...PROFILE, values: [pathname.slice(list.length + 1)] })).rows[0]?.body ?? null;
  return null;
}

const server = createServer(async (request, response) => {
  try {
    const body = await answer(request.url);
    response.writeHead(body === null ? 404 : 200, { "content-type": "application/json; charset=utf-8" });
    response.end(body ?? "{}");
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(Number(PORT), "127.0.0.1");
