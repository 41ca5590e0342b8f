import { acceptChangeSet, type Author } from "@/data/change/change-set";
import type { NewStatement } from "@/data/change/statements";
import { database, type Db } from "@/data/client";
import type { FieldCode } from "@/domain/fields";

/** What a test lets a source say of an organisation: the value in its column, the source, and whatever else differs from running text of no place. */
export type Saying = Pick<NewStatement, "sourceId"> & { organisationId: number; field: FieldCode } & Partial<NewStatement>;

const LOCUS = { basis: "stated", place: null, lineStart: null, lineEnd: null, words: null, saidOn: null, cited: true, position: 1000 } as const;

/** Writes rows straight into the database as if the site did it, so that the history tells nothing of them: a register of thousands is made in a moment. */
export const quietly = <Result>(work: (tx: Db) => Promise<Result>): Promise<Result> =>
  database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('directory.change_set', 'essai', true)`;
      return work(tx);
    },
    { timeout: 120_000 },
  );

/**
 * Writes statements as the site does, by one accepted change set; `publishChange` or `projectEverything` shows them.
 * @param author an import, unless a person is given; what a person says stands before the rest when it has a `saidOn`
 * @returns the number of the set
 */
export async function say(db: Db, sayings: readonly Saying[], author: Author = { importName: "essai" }): Promise<number> {
  const items = sayings.map(({ organisationId, field }) => ({ organisationId, field }));
  const statements = sayings.map((saying) => ({ ...LOCUS, ...saying }));
  const write = (tx: Db) => acceptChangeSet(tx, { author, action: "actor" in author ? "updated" : "imported" }, { items, statements });
  return db === database() ? database().$transaction(write, { timeout: 120_000 }) : write(db);
}
