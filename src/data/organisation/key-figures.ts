import "server-only";
import type { Db } from "../client";
import { read } from "../read";
import type { CitedField } from "@/domain/vocabularies";
import { publicOnly } from "./public";

/** How many organisations a table of a source speaks of, and where that table stands. */
export type TableCount = {
  count: number;
  source: { slug: string; title: string };
  table: string;
  lineStart: number;
  lineEnd: number;
};

/** The tables of the Mali mapping that list organisations, told by what only they say. */
const LISTS = {
  mapped: { place: "Tableau 2", field: "kind" },
  networks: { place: "Tableau 11", field: "network_scope" },
  interviewed: { place: "Tableau 13", field: "interviewed" },
} as const satisfies Record<string, { place: string; field: CitedField }>;

export type KeyList = keyof typeof LISTS;

/** Counts of public organisations; a list that no source gives is null. */
export function keyLists(given?: Db): Promise<Record<KeyList, TableCount | null>> {
  return read(async (db) => {
    const count = async (key: KeyList): Promise<TableCount | null> => {
      const { place, field } = LISTS[key];
      const rows = await db.citation.findMany({
        where: { place, field, organisation: publicOnly },
        select: { organisationId: true, lineStart: true, lineEnd: true, source: { select: { slug: true, title: true } } },
      });
      const [first] = rows;
      if (!first) return null;
      const starts = rows.flatMap(({ lineStart }) => lineStart ?? []);
      const ends = rows.flatMap(({ lineStart, lineEnd }) => lineEnd ?? lineStart ?? []);
      return {
        count: new Set(rows.map(({ organisationId }) => organisationId)).size,
        source: first.source,
        table: place,
        lineStart: Math.min(...starts),
        lineEnd: Math.max(...ends),
      };
    };
    const [mapped, networks, interviewed] = await Promise.all([count("mapped"), count("networks"), count("interviewed")]);
    return { mapped, networks, interviewed };
  }, given);
}
