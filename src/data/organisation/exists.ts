import "server-only";
import { database, type Db } from "../client";
import { publicOnly } from "./public";

/** Whether the public may see an organisation of that slug. */
export async function publicOrganisationExists(slug: string, db: Db = database()): Promise<boolean> {
  return (await db.organisation.findFirst({ where: { slug, ...publicOnly }, select: { id: true } })) !== null;
}
