/** One address of every kind of page that anybody may read, in French. */
export const PUBLIC_PAGES = [
  "/",
  "/organisations",
  "/organisations?typology=return_migrant_association&zone=kayes",
  "/organisations?q=xyzzyq&typology=return_migrant_association",
  "/organisations/association-malienne-des-expulses",
  "/organisations/ramdel",
  "/organisations/emdk",
  "/carte",
  "/carte?typology=return_migrant_association&zone=kayes",
  "/zones/kayes",
  "/zones/taoudenit",
  "/reseaux",
  "/communautes",
  "/communautes/kita",
  "/chiffres",
  "/sources",
  "/sources/cartographie-osc-mali-2022",
  "/donnees",
  "/recherche/aide",
  "/connexion",
] as const;

/** Addresses that are refused, with the status of the answer. */
export const REFUSED_PAGES = [
  ["/organisations/inconnu", 404],
  ["/organisations?formality=peut-etre", 400],
  ["/carte?zone=atlantide", 400],
] as const;

/** One address of every kind of page of staff; the administration sees them all. */
export const STAFF_PAGES = [
  "/admin",
  "/admin?q=xyzzyq",
  "/admin/organisations/nouvelle",
  "/admin/organisations/ramdel",
  "/admin/organisations/ramdel/historique",
  "/admin/comptes",
  "/connexion/mot-de-passe",
] as const;

/** The same page in English. */
export const inEnglish = (path: string) => `/en${path === "/" ? "" : path}`;

/** Every public address in both languages. */
export const inBothLanguages = (paths: readonly string[]) => paths.flatMap((path) => [path, inEnglish(path)]);
