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
