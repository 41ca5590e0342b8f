import "server-only";
import { atRevision } from "../at-revision";
import { read } from "../read";

/** A community of return and the code of its own zone, or of the nearest that holds it. */
export type CommunityPlace = { slug: string; name: string; zone: string };

type Placed = CommunityPlace & { /** The codes of the zones around it, from the country down to its own. */ around: string[] };

const placed = atRevision<Placed[]>(() =>
  read(async (db) => {
    const rows = await db.community.findMany({ orderBy: { position: "asc" }, select: { slug: true, name: true, zone: { select: { path: true } } } });
    return rows.map(({ zone, ...community }) => {
      const around = zone?.path.split("/").filter((code) => code !== "") ?? [];
      return { ...community, zone: around.at(-1) ?? "", around };
    });
  }),
);

/** Every community with its zone, in the order of the study. */
export const placedCommunities: () => Promise<readonly CommunityPlace[]> = placed;

/** The communities of return that lie in a zone or inside it. */
export async function communitiesIn(code: string): Promise<{ slug: string; name: string }[]> {
  return (await placed()).filter(({ around }) => around.includes(code)).map(({ slug, name }) => ({ slug, name }));
}
