import { Failure } from "./failure.mjs";
import { executeScript } from "./programs.mjs";
import { step } from "./steps.mjs";

/** True when this table has no row. */
async function isEmpty(url, table) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query(`select not exists (select from "${table}") as empty`);
    return rows[0].empty;
  } finally {
    await client.end();
  }
}

const environment = (url) => ({ ...process.env, DATABASE_URL: url });

/** Loads the cartography into the database at `url`. */
export async function load(url) {
  await executeScript("prisma/seed.ts", [], { env: environment(url), failure: "The cartography could not be loaded." });
}

/** Loads the cartography when the database holds no organisation. */
export async function loadWhenEmpty(url) {
  if (await isEmpty(url, "Organisation")) await step("Loading the Mali cartography", () => load(url));
}

/**
 * Makes an administrator when the database has no user.
 * @returns {Promise<{ email: string, password: string } | null>} null when there is one already
 */
export async function createFirstAdministrator(url) {
  if (!(await isEmpty(url, "User"))) return null;
  const failure = "The first administrator could not be created.";
  const { output } = await executeScript("scripts/admin.ts", ["--first"], { env: environment(url), failure });
  const line = output.split("\n").find((text) => text.startsWith("{"));
  if (!line) throw new Failure(failure, output);
  return JSON.parse(line);
}
