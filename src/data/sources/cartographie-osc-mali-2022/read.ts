import type { SourceRecord } from "../adapter";
import type { ImportProblem } from "../problems";
import { readSources, readTables } from "../read-table";
import { TABLES, type MappingRows } from "./tables";

/** The document that the tables of this folder transcribe. */
export const MAPPING = "cartographie-osc-mali-2022";

export type MappingFiles = { rows: MappingRows; sources: SourceRecord[]; problems: ImportProblem[] };

/** @param folder that of the mapping's files, in `seed-data/` */
export async function readMapping(folder: string): Promise<MappingFiles> {
  const { rows, problems } = await readTables(folder, TABLES);
  return { rows, sources: await readSources(folder, problems), problems };
}
