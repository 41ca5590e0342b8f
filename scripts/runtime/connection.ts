import pg from "pg";

/** Runs `work` with one connection to `url`, which ends with it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>, options?: pg.ClientConfig): Promise<T> {
  const client = new pg.Client({ connectionString: url, ...options });
  // A lost connection is told by the query that waits for it.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs `work` in one transaction: all of it stays, or nothing. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
