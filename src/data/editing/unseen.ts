import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { ORGANISATION_NAMES, type OrganisationName } from "@/domain/fields";
import type { Db } from "../client";
import { seenEntries } from "./seen";

type Named = Record<OrganisationName, string[]>;

/**
 * The entries, by slug, that an entry names and that the person who edits it may not see. The form leaves them out, and a
 * save leaves them as they are.
 */
export async function unseenAmong(actor: Actor, db: Db, named: Named): Promise<ReadonlySet<string>> {
  const slugs = ORGANISATION_NAMES.flatMap((name) => named[name]);
  if (slugs.length === 0 || visibilitiesSeenBy(actor).includes("confidential")) return new Set();
  const rows = await db.$queryRaw<{ slug: string }[]>`SELECT "slug" FROM "Organisation" o WHERE "slug" = ANY (${slugs}) AND NOT (${seenEntries(actor)})`;
  return new Set(rows.map(({ slug }) => slug));
}

/** The fields that name organisations, each made anew. */
const eachNamed = (make: (name: OrganisationName) => string[]) => Object.fromEntries(ORGANISATION_NAMES.map((name) => [name, make(name)])) as Named;

export const withoutUnseen = <Fields extends Named>(fields: Fields, unseen: ReadonlySet<string>): Fields => ({
  ...fields,
  ...eachNamed((name) => fields[name].filter((slug) => !unseen.has(slug))),
});

/** What was typed, with what the form left out. */
export const withUnseen = <Fields extends Named>(typed: Fields, before: Named | null, unseen: ReadonlySet<string>): Fields => ({
  ...typed,
  ...eachNamed((name) => [...typed[name], ...(before?.[name].filter((slug) => unseen.has(slug)) ?? [])]),
});
