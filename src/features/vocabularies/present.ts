import "server-only";

/** For the two makers of pages, which may not read by themselves. */
export { presentTerms } from "@/data/term/present";
