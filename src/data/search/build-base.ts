import "server-only";
import { FacetNumbers } from "@/search/facet-numbers";
import { toImage } from "@/search/image";
import { SegmentBuilder } from "@/search/segment-builder";
import { eachDocument } from "./documents";
import { buildId } from "./image-file";
import { inSnapshot } from "./snapshot";

/**
 * Builds the base of the index from every search row; at a million this takes half a minute of processor time.
 * @param atLeast the revision that it must hold
 */
export async function buildBase(atLeast: bigint): Promise<SharedArrayBuffer> {
  const facets = new FacetNumbers();
  const builder = new SegmentBuilder(facets);
  const { revision, change } = await inSnapshot(
    async (client, moment) => {
      await eachDocument(client, (document) => builder.add(document));
      return moment;
    },
    { replicasFirst: true, atLeast },
  );
  return toImage(builder.finish(), facets, { revision: String(revision), change, build: await buildId() });
}
