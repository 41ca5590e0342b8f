import "server-only";
import { besideEntries } from "../at-revision";
import { isPublicSql, named } from "../entity/link";
import { readRows } from "../read";

/** A community of return and the code of its own zone, or of the nearest that holds it. */
export type CommunityPlace = { slug: string; name: string; zone: string };

type Placed = CommunityPlace & { /** The codes of the zones around it, from the country down to its own. */ around: string[] };

const placed = besideEntries<Placed[]>(async () => {
  const rows = await readRows<{ slug: string; name: string; path: string | null }>(
    `SELECT e."slug", ${named("e", "fr")} AS name, (
       SELECT z."path" FROM "Statement" s JOIN "Zone" z ON z."id" = s."valueZoneId"
       WHERE s."entityId" = e."id" AND s."field" = 'zone' AND s."withdrawnById" IS NULL ORDER BY s."position", s."id" LIMIT 1) AS path
     FROM "Entity" e WHERE e."noun" = 'community' AND ${isPublicSql("e")} ORDER BY e."position", e."slug"`,
    [],
  );
  return rows
    .filter(({ name }) => name !== null)
    .map(({ path, ...community }) => {
      const around = path?.split("/").filter((code) => code !== "") ?? [];
      return { ...community, zone: around.at(-1) ?? "", around };
    });
});

/** Every community with its zone, in the order of the study. */
export const placedCommunities: () => Promise<readonly CommunityPlace[]> = placed;

/** The communities of return that lie in a zone or inside it. */
export async function communitiesIn(code: string): Promise<{ slug: string; name: string }[]> {
  return (await placed()).filter(({ around }) => around.includes(code)).map(({ slug, name }) => ({ slug, name }));
}
