import { acceptChangeSet, type Author } from "@/data/change/change-set";
import type { NewStatement } from "@/data/change/statements";
import type { Db } from "@/data/client";
import type { FieldCode } from "@/domain/fields";

/** What a test lets a source say of an organisation: the value in its column, the source, and whatever else differs from running text of no place. */
export type Saying = Pick<NewStatement, "sourceId"> & { organisationId: number; field: FieldCode } & Partial<NewStatement>;

const LOCUS = { basis: "stated", place: null, lineStart: null, lineEnd: null, words: null, saidOn: null, cited: true, position: 1000 } as const;

/**
 * Writes statements as the site does, by one accepted change set; `publishChange` or `projectEverything` shows them.
 * @param author an import, unless a person is given; what a person says stands before the rest when it has a `saidOn`
 * @returns the number of the set
 */
export async function say(db: Db, sayings: readonly Saying[], author: Author = { importName: "essai" }): Promise<number> {
  const items = sayings.map(({ organisationId, field }) => ({ organisationId, field }));
  const statements = sayings.map((saying) => ({ ...LOCUS, ...saying }));
  return acceptChangeSet(db, { author, action: "actor" in author ? "updated" : "imported" }, { items, statements });
}
