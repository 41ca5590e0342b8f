import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import type { Db } from "../client";
import { seenEntries } from "./seen";

type Named = { partners: string[]; networks: string[] };

/**
 * The entries, by slug, that an entry names and that the person who edits it may not see. The form leaves them out, and a
 * save leaves them as they are.
 */
export async function unseenAmong(actor: Actor, db: Db, { partners, networks }: Named): Promise<ReadonlySet<string>> {
  const slugs = [...partners, ...networks];
  if (slugs.length === 0 || visibilitiesSeenBy(actor).includes("confidential")) return new Set();
  const rows = await db.$queryRaw<{ slug: string }[]>`SELECT "slug" FROM "Organisation" o WHERE "slug" = ANY (${slugs}) AND NOT (${seenEntries(actor)})`;
  return new Set(rows.map(({ slug }) => slug));
}

export const withoutUnseen = <Fields extends Named>(fields: Fields, unseen: ReadonlySet<string>): Fields => ({
  ...fields,
  partners: fields.partners.filter((slug) => !unseen.has(slug)),
  networks: fields.networks.filter((slug) => !unseen.has(slug)),
});

/** What was typed, with what the form left out. */
export const withUnseen = <Fields extends Named>(typed: Fields, before: Named | null, unseen: ReadonlySet<string>): Fields => ({
  ...typed,
  partners: [...typed.partners, ...(before?.partners.filter((slug) => unseen.has(slug)) ?? [])],
  networks: [...typed.networks, ...(before?.networks.filter((slug) => unseen.has(slug)) ?? [])],
});
