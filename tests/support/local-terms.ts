import { readRoute } from "./routes";
import { presentTerms } from "@/data/term/present";
import { addTerm } from "@/data/term/save";
import type { Actor } from "@/domain/actor";
import type { Vocabulary } from "@/domain/terms";
import { ownLabels } from "@/i18n/term-label";

/** How a test adds terms. @param actor who does, asked each time */
export function termsOf(actor: () => Actor) {
  const add = async (vocabulary: Vocabulary, fr: string, en: string) => {
    const result = await addTerm(actor(), vocabulary, { fr, en }, ownLabels(vocabulary));
    await presentTerms();
    return result;
  };
  /** The code of a new term. */
  const code = async (vocabulary: Vocabulary, fr: string, en: string): Promise<string> => {
    const result = await add(vocabulary, fr, en);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.code;
  };
  return { add, code };
}

/** What the interface for programs answers of organisations. @param search with its question mark */
export const api = async (search: string) =>
  JSON.parse(await readRoute("/api/v1/organisations", `/api/v1/organisations${search}`)) as {
    total: number;
    items: { slug: string; themes: string[] }[];
    facets: Record<string, { value: string; label: string; count: number }[]>;
    parameters: { accepted: string[] }[];
  };

/** The entries that a search finds. */
export const slugs = async (search: string) => (await api(search)).items.map((item) => item.slug);

/** A page in French. */
export const page = (path: string, route = path) => readRoute(`/[locale]${route}`, `/fr${path}`);
