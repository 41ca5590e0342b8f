import "server-only";
import { slugify } from "@/domain/fold";
import type { OrganisationFields } from "@/domain/organisation-input";
import type { Db } from "../client";
import { LONGEST_FROM_NAME } from "../editing/slug";

type Made = Pick<OrganisationFields, "name" | "acronym" | "kind" | "visibility">;

/** The slugs of many new entries, by the rule of one (`newSlug`): numbered when another has it, or another of them. */
async function newSlugs(tx: Db, entries: readonly Made[]): Promise<string[]> {
  const bases = entries.map(({ name, acronym }) => {
    const ofName = slugify(name);
    return (ofName.length > LONGEST_FROM_NAME && acronym ? slugify(acronym) : ofName) || slugify(acronym ?? "") || "organisation";
  });
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM (SELECT "slug" FROM "Organisation" UNION ALL SELECT "slug" FROM "Redirect") every
    WHERE "slug" = ANY (${bases}) OR regexp_replace("slug", '-[0-9]+$', '') = ANY (${bases})`;
  const taken = new Set(rows.map(({ slug }) => slug));
  return bases.map((base) => {
    let [slug, number] = [base, 1];
    while (taken.has(slug)) slug = `${base}-${(number += 1)}`;
    taken.add(slug);
    return slug;
  });
}

/** Makes entries of which nothing is said yet. @returns their numbers, in the same order */
export async function makeEntries(tx: Db, entries: readonly Made[], published: boolean): Promise<number[]> {
  if (entries.length === 0) return [];
  const slugs = await newSlugs(tx, entries);
  const rows = JSON.stringify(entries.map(({ name, kind, visibility }, index) => ({ slug: slugs[index], name, kind, visibility })));
  const made = await tx.$queryRaw<{ id: number; slug: string }[]>`
    INSERT INTO "Organisation" ("slug", "name", "kind", "visibility", "publishedAt")
    SELECT "slug", "name", "kind", "visibility", CASE WHEN ${published} THEN clock_timestamp() END FROM json_populate_recordset(null::"Organisation", ${rows}::json)
    RETURNING "id", "slug"`;
  const ids = new Map(made.map(({ id, slug }) => [slug, id]));
  return slugs.map((slug) => ids.get(slug)!);
}
