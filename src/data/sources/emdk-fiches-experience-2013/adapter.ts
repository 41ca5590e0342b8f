import { documentAdapter } from "../document";

/** Two sheets of experience on the forum of the Kayes region, May 2013. */
export const sheetsOf2013 = documentAdapter({
  slug: "emdk-fiches-experience-2013",
  title: "the experience sheets of EMDK",
  lines: 420,
  release: { on: "2026-11-22", digest: "c5af61cc6ea497f3" },
});
