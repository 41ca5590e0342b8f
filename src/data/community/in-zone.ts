import "server-only";
import { atRevision } from "../at-revision";
import { read } from "../read";

/** Every community with the codes of the zones around it, from the country down to its own. */
const placed = atRevision(() =>
  read(async (db) => {
    const rows = await db.community.findMany({ orderBy: { position: "asc" }, select: { slug: true, name: true, zone: { select: { path: true } } } });
    return rows.map(({ zone, ...community }) => ({ ...community, around: zone?.path.split("/").filter((code) => code !== "") ?? [] }));
  }),
);

/** The communities of return that lie in a zone or inside it. */
export async function communitiesIn(code: string): Promise<{ slug: string; name: string }[]> {
  return (await placed()).filter(({ around }) => around.includes(code)).map(({ slug, name }) => ({ slug, name }));
}
