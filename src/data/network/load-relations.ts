import "server-only";
import type { ParameterProblem } from "@/domain/filters";
import { around, mostRelated, type CitedRelation, type Graph, type RelationNode } from "@/domain/relation";
import { publicOrganisationExists } from "../organisation/exists";
import { findPublicOrganisation } from "../organisation/profile";
import { cited, relations, withSharedZones } from "./relations";

/** More lines and marks are no drawing that anyone could read. */
const MOST_SHOWN = 400;

export type Relations = { ok: true; graph: Graph<CitedRelation>; whole: Graph; focus: RelationNode | null; withZones: boolean };

/** The relations that an address asks for: of all, or around one (`focus`); with the zones that they share (`zones`) or not. */
export async function loadRelations(
  parameters: Readonly<Record<string, readonly string[]>>,
  most = MOST_SHOWN,
): Promise<Relations | { ok: false; problems: ParameterProblem[] }> {
  const asked = parameters.focus?.findLast((value) => value !== "");
  const zones = parameters.zones?.findLast((value) => value !== "");
  if (zones !== undefined && zones !== "1") return refused("zones", zones, ["1"]);
  const stated = await relations();
  const focus = asked === undefined ? null : (stated.nodes.find(({ id }) => id === asked) ?? (await alone(asked)));
  if (asked !== undefined && !focus) return refused("focus", asked, []);
  const known = focus && !stated.nodes.includes(focus) ? { ...stated, nodes: [...stated.nodes, focus] } : stated;
  const whole = zones ? await withSharedZones(known) : known;
  return { ok: true, graph: await cited(focus ? around(whole, focus.id) : mostRelated(whole, most)), whole, focus, withZones: zones === "1" };
}

const refused = (parameter: string, value: string, accepted: string[]) => ({
  ok: false as const,
  problems: [{ parameter, value: value.slice(0, 60), reason: "unknown_value" as const, accepted }],
});

/** An organisation that no source relates to another; null when the public may see none of that slug. */
async function alone(slug: string): Promise<RelationNode | null> {
  const organisation = (await publicOrganisationExists(slug)) ? await findPublicOrganisation(slug) : null;
  return organisation && { id: slug, slug, what: "organisation", name: organisation.name, acronym: organisation.acronym };
}
