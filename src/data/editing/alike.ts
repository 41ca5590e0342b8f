import "server-only";
import type { Actor } from "@/domain/actor";
import type { SaidFields } from "@/domain/fields";
import type { UsableContact } from "@/domain/saying";
import type { Db } from "../client";
import { type Alike, entriesLike, entryLikeThere } from "../merge/duplicates";
import { keysOf } from "../merge/keys";

/** An entry that may be the organisation of which one is made, and why; `place`: a name close to its own in one of its places. */
export type LikeEntry = { why: Alike["kind"] | "place"; slug: string; name: string; /** The input that says so. */ path: string };

/** The entries that this person may see and that may be the organisation of a new one, by name, acronym, contact or place. */
export async function likeEntries(
  tx: Db,
  actor: Actor,
  fields: SaidFields & { name: string },
  contacts: readonly UsableContact[],
  zoneIds: readonly number[],
): Promise<LikeEntry[]> {
  const found = await entriesLike(tx, actor, fields, contacts);
  const there = found.some(({ kind }) => kind === "name") ? null : await entryLikeThere(tx, actor, fields.name, zoneIds);
  const shared = found.map(({ kind, key, name, slug }): LikeEntry => {
    const at = contacts.findIndex(({ channel, usable }) =>
      keysOf({ name: "", acronym: null, alias: [] }, [{ channel, usable }]).some((own) => own.kind === kind && own.key === key),
    );
    const path = at >= 0 ? `fields.contacts.${at}.raw` : kind === "acronym" ? "fields.acronym" : "fields.name";
    return { why: kind, slug, name, path };
  });
  return there ? [...shared, { why: "place", slug: there.slug, name: there.name, path: "fields.name" }] : shared;
}
