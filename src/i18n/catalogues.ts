import type { Locale } from "./locales";
import { frenchSpaces, mapSentences } from "./typography";
import { labels as frLabels } from "./fr/labels";
import { site as frSite } from "./fr/site";
import { home as frHome } from "./fr/home";
import { directory as frDirectory } from "./fr/directory";
import { profile as frProfile } from "./fr/profile";
import { map as frMap } from "./fr/map";
import { zones as frZones } from "./fr/zones";
import { networks as frNetworks } from "./fr/networks";
import { figures as frFigures } from "./fr/figures";
import { communities as frCommunities } from "./fr/communities";
import { sources as frSources } from "./fr/sources";
import { openData as frOpenData } from "./fr/open-data";
import { searchHelp as frSearchHelp } from "./fr/search-help";
import { auth as frAuth } from "./fr/auth";
import { admin as frAdmin } from "./fr/admin";
import { errors as frErrors } from "./fr/errors";
import { server as frServer } from "./fr/server";
import { labels as enLabels } from "./en/labels";
import { site as enSite } from "./en/site";
import { home as enHome } from "./en/home";
import { directory as enDirectory } from "./en/directory";
import { profile as enProfile } from "./en/profile";
import { map as enMap } from "./en/map";
import { zones as enZones } from "./en/zones";
import { networks as enNetworks } from "./en/networks";
import { figures as enFigures } from "./en/figures";
import { communities as enCommunities } from "./en/communities";
import { sources as enSources } from "./en/sources";
import { openData as enOpenData } from "./en/open-data";
import { searchHelp as enSearchHelp } from "./en/search-help";
import { auth as enAuth } from "./en/auth";
import { admin as enAdmin } from "./en/admin";
import { errors as enErrors } from "./en/errors";
import { server as enServer } from "./en/server";

const fr = {
  labels: frLabels,
  site: frSite,
  home: frHome,
  directory: frDirectory,
  profile: frProfile,
  map: frMap,
  zones: frZones,
  networks: frNetworks,
  figures: frFigures,
  communities: frCommunities,
  sources: frSources,
  openData: frOpenData,
  searchHelp: frSearchHelp,
  auth: frAuth,
  admin: frAdmin,
  errors: frErrors,
  server: frServer,
};
/** The shape of a catalogue: what French has, English has. */
export type Messages = typeof fr;
const en: Messages = {
  labels: enLabels,
  site: enSite,
  home: enHome,
  directory: enDirectory,
  profile: enProfile,
  map: enMap,
  zones: enZones,
  networks: enNetworks,
  figures: enFigures,
  communities: enCommunities,
  sources: enSources,
  openData: enOpenData,
  searchHelp: enSearchHelp,
  auth: enAuth,
  admin: enAdmin,
  errors: enErrors,
  server: enServer,
};

export const catalogues: Record<Locale, Messages> = { fr: mapSentences(fr, frenchSpaces), en };
