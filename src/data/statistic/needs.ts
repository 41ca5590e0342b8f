import "server-only";
import { NEEDS, type Need } from "@/domain/needs";
import type { ExpressedNeed } from "@/domain/published/figure";
import { read } from "../read";

const isNeed = (code: string | null): code is Need => (NEEDS as readonly (string | null)[]).includes(code);

/** The needs that the sources list, in their order. */
export function expressedNeeds(): Promise<ExpressedNeed[]> {
  return read(async (db) => {
    const rows = await db.sourceEntry.findMany({
      where: { section: "need" },
      orderBy: [{ sourceId: "asc" }, { position: "asc" }],
      include: { source: { select: { slug: true, title: true } } },
    });
    return rows.flatMap(({ label, text, source, place, line }) => (isNeed(label) ? [{ need: label, text, source, place, line }] : []));
  });
}
