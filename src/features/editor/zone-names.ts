import "server-only";
import { zonePlaces } from "@/data/zone/tree";
import type { Actor } from "@/domain/actor";

/** The zones of which a person edits the entries, by name: "Kayes, Nioro". */
export async function zoneNames({ zonePaths }: Pick<Actor, "zonePaths">): Promise<string> {
  const { byCode } = await zonePlaces();
  return zonePaths.map((path) => byCode.get(path.split("/").at(-2) ?? "")?.name ?? path).join(", ");
}
