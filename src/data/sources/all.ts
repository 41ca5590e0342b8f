import type { SourceAdapter } from "./adapter";
import { mappingOfMali } from "./cartographie-osc-mali-2022/adapter";
import { studyOfReturn } from "./oim-samuel-hall-mali-2018/adapter";

/** The sources that the directory is loaded from, in the order in which they are shown; a later one may name the records of an earlier. */
export const SOURCES: readonly SourceAdapter[] = [mappingOfMali, studyOfReturn];
