/** How many rows a statement of a server touches at most, so that it ends within its time also in a large register. */
const BATCH = 2000;

/** Does some work on a few ids after the other, in their order. @returns what each batch gave, put together */
export async function inBatches<Row>(ids: readonly number[], work: (part: number[]) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += BATCH) for (const row of await work(ids.slice(from, from + BATCH))) rows.push(row);
  return rows;
}

/** The same of work that gives nothing. */
export async function eachBatch(ids: readonly number[], work: (part: number[]) => Promise<unknown>): Promise<void> {
  await inBatches(ids, async (part) => {
    await work(part);
    return [];
  });
}
