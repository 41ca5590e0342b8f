import type { EntityLink } from "@/domain/published/entity-link";
import type { Locale } from "@/i18n/locales";

/** Where an entity is shown: on the page of its noun, or on one of its own. */
const PATHS: Record<EntityLink["noun"], ((slug: string) => string) | null> = {
  body: (slug) => `/instances#${slug}`,
  programme: (slug) => `/programmes#${slug}`,
  event: (slug) => `/programmes#${slug}`,
  sheet: (slug) => `/experiences/${slug}`,
  recommendation: null,
  finding: null,
  presence: null,
  chain: (slug) => `/filieres#${slug}`,
  community: (slug) => `/communautes/${slug}`,
};

/** Running text names an entity in the middle of a sentence. */
export const capitalised = (locale: Locale, name: string): string => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);

/** The page where an entity is shown, in its French form; null for one that has no place of its own. */
export const entityPath = ({ noun, slug }: Pick<EntityLink, "noun" | "slug">): string | null => PATHS[noun]?.(slug) ?? null;

/** How an entity is called on a page, and in which language when that is not the page's. */
export const entityLabel = (locale: Locale, { name, nameEn }: Pick<EntityLink, "name" | "nameEn">): { label: string; lang?: "fr" } => ({
  label: capitalised(locale, locale === "fr" ? name : (nameEn ?? name)),
  lang: locale !== "fr" && nameEn === null ? "fr" : undefined,
});
