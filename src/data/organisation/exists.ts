import "server-only";
import { read } from "../read";
import { publicOnly } from "./public";

/** Whether the public may see an organisation of that slug. */
export async function publicOrganisationExists(slug: string): Promise<boolean> {
  return (await read((db) => db.organisation.findFirst({ where: { slug, ...publicOnly }, select: { id: true } }))) !== null;
}
