import { documentAdapter } from "../document";

/** The leaflet of the forum of the Kayes region, undated. */
export const leafletOfEmdk = documentAdapter({
  slug: "emdk-plaquette",
  title: "the leaflet of EMDK",
  lines: 103,
  release: { on: "2026-11-22", digest: "98f0755da71d96f0" },
});
