import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  /** What lies between the home page and this one, with paths in their French form. */
  trail?: readonly { href: string; label: string }[];
};

/** The way back up, above a title. The page itself is not in it: its title follows. */
export function Crumbs({ locale, trail = [] }: Props) {
  const t = translator(locale, "site");
  return (
    <nav aria-label={t("breadcrumb")} className="no-print">
      <ol className="crumbs">
        {[{ href: "/", label: t("home") }, ...trail].map(({ href, label }) => (
          <li key={href}>
            <a href={localPath(locale, href)}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
