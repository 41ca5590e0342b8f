import type { SourceAdapter } from "./adapter";
import { mappingOfMali } from "./cartographie-osc-mali-2022/adapter";
import { talkOf2007 } from "./communication-migration-mali-2007/adapter";
import { sheetsOf2013 } from "./emdk-fiches-experience-2013/adapter";
import { leafletOfEmdk } from "./emdk-plaquette/adapter";
import { studyOfReturn } from "./oim-samuel-hall-mali-2018/adapter";

/** The sources that the directory is loaded from, in the order in which they are shown; a later one may name the records of an earlier. */
export const SOURCES: readonly SourceAdapter[] = [mappingOfMali, studyOfReturn, talkOf2007, sheetsOf2013, leafletOfEmdk];
