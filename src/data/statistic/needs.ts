import "server-only";
import { NEEDS, type Need } from "@/domain/needs";
import type { Db } from "../client";
import { read } from "../read";

/** An activity that the consulted organisations asked for, together and not one by one. */
export type ExpressedNeed = {
  need: Need;
  /** The words of the source. */
  text: string;
  source: { slug: string; title: string };
  place: string | null;
  line: number | null;
};

const isNeed = (code: string | null): code is Need => (NEEDS as readonly (string | null)[]).includes(code);

/** The needs that the sources list, in their order. */
export function expressedNeeds(given?: Db): Promise<ExpressedNeed[]> {
  return read(async (db) => {
    const rows = await db.sourceEntry.findMany({
      where: { section: "need" },
      orderBy: [{ sourceId: "asc" }, { position: "asc" }],
      include: { source: { select: { slug: true, title: true } } },
    });
    return rows.flatMap(({ label, text, source, place, line }) => (isNeed(label) ? [{ need: label, text, source, place, line }] : []));
  }, given);
}
