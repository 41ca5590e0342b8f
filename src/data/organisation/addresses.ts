import "server-only";
import { database, type Db } from "../client";
import { publicOnly } from "./public";

/** The slug and last change of every public organisation, for the sitemap. */
export async function publicAddresses(db: Db = database()): Promise<{ slug: string; updatedAt: Date }[]> {
  return db.organisation.findMany({ where: publicOnly, select: { slug: true, updatedAt: true }, orderBy: { slug: "asc" } });
}
