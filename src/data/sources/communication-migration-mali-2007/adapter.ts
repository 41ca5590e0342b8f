import { documentAdapter } from "../document";

/** A talk on how migration is managed in Mali, Bamako, 29 August 2007. */
export const talkOf2007 = documentAdapter({
  slug: "communication-migration-mali-2007",
  title: "the talk of 2007",
  lines: 531,
  release: { on: "2026-11-22", digest: "8302da4a55508a5a" },
});
