// COPY into several tables at once, a connection each, with flat memory.
import { once } from "node:events";
import pg from "pg";
import { from } from "pg-copy-streams";

/** Text gathered before it is handed to the connection. */
const CHUNK = 256 * 1024;

const ESCAPES = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (value) => (value === null ? "\\N" : typeof value === "string" ? value.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter]) : String(value));

/**
 * Opens a COPY into each table.
 * @param {string} url
 * @param {Record<string, string>} tables table → its columns, separated by spaces
 */
export async function openCopies(url, tables) {
  const copies = new Map();
  for (const [table, columns] of Object.entries(tables)) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // Foreign keys hold by construction; checking each row of a million would take longer than loading them.
    await client.query("SET session_replication_role = replica");
    const list = columns
      .split(" ")
      .map((column) => `"${column}"`)
      .join(", ");
    const stream = client.query(
      from(
        `COPY ${table
          .split(".")
          .map((name) => `"${name}"`)
          .join(".")} (${list}) FROM STDIN`,
      ),
    );
    // A refused row breaks the stream: whoever waits for it is told.
    const broken = new Promise((_, reject) => stream.once("error", reject));
    broken.catch(() => {});
    copies.set(table, { client, stream, broken, text: "", rows: 0 });
  }

  const send = (copy) => {
    const { text } = copy;
    copy.text = "";
    return text === "" || copy.stream.write(text);
  };
  return {
    /** Adds a row; call `flow` now and then, which waits until the database has caught up. */
    row(table, values) {
      const copy = copies.get(table);
      copy.text += `${values.map(escaped).join("\t")}\n`;
      copy.rows += 1;
    },
    async flow() {
      for (const copy of copies.values()) {
        if (copy.text.length >= CHUNK && !send(copy)) await Promise.race([once(copy.stream, "drain"), copy.broken]);
      }
    },
    /** @returns {Promise<Record<string, number>>} rows by table */
    async finish() {
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
