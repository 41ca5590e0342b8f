import type { Vocabulary } from "@/domain/terms";

export const PATH = "/admin/vocabulaires";

/** The part of the page that is about one term. @param done what was just done */
export const termPath = (vocabulary: Vocabulary, code: string, done?: string): string =>
  `${PATH}?terme=${encodeURIComponent(`${vocabulary}:${code}`)}${done ? `&fait=${done}` : ""}`;

/** The part of the page that is about one place. @param done what was just done */
export const placePath = (slug: string, done?: string): string => `${PATH}?lieu=${encodeURIComponent(slug)}${done ? `&fait=${done}` : ""}`;
