import { localPath, type Locale } from "@/i18n/locales";
import type { Link } from "./list";

type Named = { slug: string; name: string; acronym?: string | null };

/** A link to an entry by its name, with the acronym that the name does not hold. Names are French, whatever the page. */
export const organisationLink = (locale: Locale, { slug, name, acronym }: Named): Link => ({
  href: localPath(locale, `/organisations/${slug}`),
  label: acronym && !name.includes(acronym) ? `${name} (${acronym})` : name,
  lang: locale === "fr" ? undefined : "fr",
});

export function OrganisationLink({ locale, organisation }: { locale: Locale; organisation: Named }) {
  const { href, label, lang } = organisationLink(locale, organisation);
  return (
    <a href={href} lang={lang}>
      {label}
    </a>
  );
}
