// Prisma's schema engine in its WebAssembly build, which writes the draft of a migration: the native one is a download, which many networks forbid.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory, type SqlQuery } from "@prisma/driver-adapter-utils";
import { inCheckout } from "./runtime/paths";

const schemaPath = inCheckout("prisma/schema.prisma");
/** The catalogue's type "char", in which the kind of a CHECK constraint is read. */
const CATALOGUE_CHAR = 18;
const TEXT = 25;

async function loadEngine() {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine.SchemaEngine;
}

/** What the adapter keeps to itself. */
type Inside = { performIO(query: SqlQuery): Promise<{ rows: object; fields: { dataTypeID: number }[] }> };

/** Prisma's PostgreSQL adapter does not know the type "char": it is given text, and the engine is told that it is a character. */
class CataloguePg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const inside = adapter as unknown as Inside;
    const performIO = inside.performIO.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    const charColumns = new WeakMap<object, boolean[]>();
    inside.performIO = async (query) => {
      const result = await performIO(query);
      const isChar = result.fields.map(({ dataTypeID }) => dataTypeID === CATALOGUE_CHAR);
      charColumns.set(result.rows, isChar);
      return { ...result, fields: result.fields.map((field, index) => (isChar[index] ? { ...field, dataTypeID: TEXT } : field)) };
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const isChar = charColumns.get(result.rows);
      return { ...result, columnTypes: result.columnTypes.map((type, index) => (isChar?.[index] ? ColumnTypeEnum.Character : type)) };
    };
    return adapter;
  }
}

/** The SQL that would bring the database at `url` to prisma/schema.prisma. */
export async function sqlToSchema(url: string): Promise<string> {
  const content = readFileSync(schemaPath, "utf8");
  const files = [{ path: schemaPath, content }];
  let panic = "";
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) } });
  const SchemaEngine = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new CataloguePg({ connectionString: url }));
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, content]] }, () => {}, adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: inCheckout(".") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } catch (error) {
    throw panic ? new Error(panic, { cause: error }) : error;
  } finally {
    engine.free();
  }
}
