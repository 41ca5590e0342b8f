import { beforeAll } from "vitest";
import { historyOf } from "@/data/change/history";
import { publishChange } from "@/data/change/project";
import { saidOf } from "@/data/change/statements";
import { database } from "@/data/client";
import { findEditable } from "@/data/editing/edit-form";
import { saveOrganisation, type SaveResult } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { standings } from "@/domain/compose";
import { citedAs } from "@/domain/fields";
import { emptyDatabase } from "./cartography";
import { makeActor, makeZones, organisationInput } from "./factories";

/**
 * What a story of editing does and looks at.
 * @param actor gives the editor, who is made when the story begins
 */
export function editing(actor: () => Actor) {
  const slugOf = (result: SaveResult): string => {
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.slug;
  };
  const create = async (fields: Record<string, unknown> = {}, more = {}) => slugOf(await saveOrganisation(actor(), null, organisationInput(fields, more)));
  const current = async (slug: string) => (await findEditable(actor(), slug))!;

  /** Saves an organisation as it stands with these fields changed. */
  async function change(slug: string, fields: Record<string, unknown>, provenance: Record<string, unknown> = {}, restricted?: unknown[]) {
    const before = await current(slug);
    return saveOrganisation(
      actor(),
      slug,
      organisationInput({ ...before.fields, ...fields }, { version: before.version, restricted: restricted ?? before.restricted, provenance }),
    );
  }
  /** The entry with what is said of it, as citations show it, and every change of it, oldest first. */
  async function rowOf(slug: string) {
    const row = await database().organisation.findUniqueOrThrow({ where: { slug } });
    const said = (await saidOf(database(), [row.id])).get(row.id)!;
    const stand = standings(said);
    const citations = said.flatMap(({ field, value, cited, basis, place, source }, index) =>
      cited ? [{ field: citedAs(field), value, basis, place, source, ...stand[index]! }] : [],
    );
    const usable = said.flatMap(({ contact }) => contact?.usable ?? []);
    return { ...row, citations, usable, changes: (await historyOf(actor(), slug, 1))!.entries.reverse() };
  }
  const searchRow = async (slug: string) =>
    (
      await database().$queryRaw<{ facets: string[]; nameKey: string; summary: unknown; description: string | null }[]>`
    select s."facets", s."nameKey", s."summary", s."description" from organisation_search s join "Organisation" o on o."id" = s."organisationId" where o."slug" = ${slug}`
    )[0];

  return { create, current, change, rowOf, searchRow };
}

/** The same from an empty database with an administrator and a few zones, which are made before the first story. */
export function editingFromNothing() {
  const made = {} as { actor: Actor; zones: Awaited<ReturnType<typeof makeZones>> };
  beforeAll(async () => {
    await emptyDatabase();
    made.actor = await makeActor("admin");
    made.zones = await makeZones();
  });
  return { made, ...editing(() => made.actor) };
}

/** Makes an entry public or keeps it for the consortium, and shows it at once. */
export async function setVisibility(slug: string, visibility: "consortium" | "public"): Promise<void> {
  const { id } = await database().organisation.update({ where: { slug }, data: { visibility } });
  await publishChange(database(), [id], [id]);
}
