import "server-only";
import type { Db } from "../client";
import { read } from "../read";
import { publicOnly } from "./public";

/** The slug and last change of every public organisation, for the sitemap. */
export function publicAddresses(given?: Db): Promise<{ slug: string; updatedAt: Date }[]> {
  return read((db) => db.organisation.findMany({ where: publicOnly, select: { slug: true, updatedAt: true }, orderBy: { slug: "asc" } }), given);
}
