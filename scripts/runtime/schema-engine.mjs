// Prisma's schema engine in its WebAssembly build: the native one is a download, which many networks forbid.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inCheckout } from "./paths.mjs";

const schemaPath = inCheckout("prisma/schema.prisma");
const charType = 18;
const textType = 25;
const nothingLeftOut = { externalTables: [], externalEnums: [] };

let loaded;
let panicSaid = "";

async function load() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panicSaid = message) };
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
}

/** Announces columns of type "char" to the engine as characters; read as text, they would stop it. */
function readChars(adapter, { Character }) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const charColumns = new WeakMap();
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns.set(
      result.rows,
      result.fields.map(({ dataTypeID }) => dataTypeID === charType),
    );
    for (const field of result.fields) if (field.dataTypeID === charType) field.dataTypeID = textType;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const isChar = charColumns.get(result.rows);
    return { ...result, columnTypes: result.columnTypes.map((type, i) => (isChar[i] ? Character : type)) };
  };
}

/**
 * Prisma's PostgreSQL adapter, mended for migrations:
 * - it cuts scripts at every semicolon, also those inside comments and function bodies, and runs the pieces apart;
 *   sent whole, PostgreSQL runs a script entirely or not at all;
 * - it does not know the catalogue's type "char" (18), in which the kind of a CHECK constraint is read.
 */
async function migrationAdapter(url, onDatabaseError) {
  const [{ PrismaPg }, { ColumnTypeEnum }] = await Promise.all([import("@prisma/adapter-pg"), import("@prisma/driver-adapter-utils")]);
  class MigrationPg extends PrismaPg {
    async connect() {
      const adapter = await super.connect();
      readChars(adapter, ColumnTypeEnum);
      adapter.executeScript = async (script) => {
        try {
          await adapter.underlyingDriver().query(script);
        } catch (error) {
          onDatabaseError(inWords(error, script));
          adapter.onError(error);
        }
      };
      return adapter;
    }
  }
  return new MigrationPg({ connectionString: url });
}

function inWords({ message, detail, hint, position }, script) {
  const place = position ? `line ${script.slice(0, position).split("\n").length}: ` : "";
  return [place + message, detail, hint].filter(Boolean).join("\n");
}

async function withEngine(url, work) {
  loaded ??= load();
  const [SchemaEngine, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([loaded, import("@prisma/driver-adapter-utils")]);
  let databaseSaid = "";
  const adapter = await migrationAdapter(url, (words) => (databaseSaid = words));
  const datamodels = [[schemaPath, readFileSync(schemaPath, "utf8")]];
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await work(engine);
  } catch (error) {
    const words = databaseSaid || panicSaid;
    throw words ? new Error(words, { cause: error }) : error;
  } finally {
    engine.free();
  }
}

/**
 * Applies the migrations not yet applied, in order, and returns their names.
 * @param {{ name: string, sql: string }[]} migrations
 */
export async function applyMigrations(url, migrations) {
  const migrationsList = {
    baseDir: inCheckout("prisma/migrations"),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  const { appliedMigrationNames } = await withEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters: nothingLeftOut }));
  return appliedMigrationNames;
}

/** The SQL that would bring the database at `url` to prisma/schema.prisma. */
export async function sqlToSchema(url) {
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, "utf8") }];
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: inCheckout(".") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: nothingLeftOut,
    }),
  );
  return stdout ?? "";
}
