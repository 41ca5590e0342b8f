// COPY into several tables at once, a connection each, with flat memory.
import { once } from "node:events";
import pg from "pg";
import { from } from "pg-copy-streams";

export type Value = string | number | boolean | null;
/** Hands over one row of a table, its values in the order of the columns. */
export type Row = (table: string, values: Value[]) => void;

/** Text gathered before it is handed to the connection. */
const CHUNK = 256 * 1024;

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (value: Value) =>
  value === null ? "\\N" : typeof value === "string" ? value.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter) : String(value);

type Copy = { client: pg.Client; stream: ReturnType<typeof from>; broken: Promise<never>; text: string; rows: number };

/** Opens a COPY into each table, given with its columns, separated by spaces. */
export async function openCopies(url: string, tables: Record<string, string>) {
  const copies = new Map<string, Copy>();
  for (const [table, columns] of Object.entries(tables)) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // Foreign keys hold by construction; checking each row of a million would take longer than loading them.
    await client.query("SET session_replication_role = replica");
    const list = columns
      .split(" ")
      .map((column) => `"${column}"`)
      .join(", ");
    const stream = client.query(from(`COPY "${table}" (${list}) FROM STDIN`));
    // A refused row breaks the stream: whoever waits for it is told.
    const broken = new Promise<never>((_, reject) => stream.once("error", reject));
    broken.catch(() => {});
    copies.set(table, { client, stream, broken, text: "", rows: 0 });
  }

  const send = (copy: Copy) => {
    const { text } = copy;
    copy.text = "";
    return text === "" || copy.stream.write(text);
  };
  return {
    /** Adds a row; call `flow` now and then, which waits until the database has caught up. */
    row: ((table, values) => {
      const copy = copies.get(table);
      if (!copy) throw new Error(`No COPY into ${table} is open.`);
      copy.text += `${values.map(escaped).join("\t")}\n`;
      copy.rows += 1;
    }) satisfies Row,
    async flow() {
      for (const copy of copies.values()) {
        if (copy.text.length >= CHUNK && !send(copy)) await Promise.race([once(copy.stream, "drain"), copy.broken]);
      }
    },
    /** Ends every COPY; rows by table. */
    async finish(): Promise<Record<string, number>> {
      for (const copy of copies.values()) {
        send(copy);
        copy.stream.end();
        await Promise.race([once(copy.stream, "finish"), copy.broken]);
        await copy.client.end();
      }
      return Object.fromEntries([...copies].map(([table, { rows }]) => [table, rows]));
    },
    async abandon() {
      await Promise.all([...copies.values()].map(({ client }) => client.end().catch(() => {})));
    },
  };
}
