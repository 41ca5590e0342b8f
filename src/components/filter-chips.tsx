import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { ActiveFilter } from "./active-filters";

type Props = { locale: Locale; /** The path of the view, in its French form. */ path: string; active: readonly ActiveFilter[] };

/** The filters in place, each a link to the same view without it. */
export function FilterChips({ locale, path, active }: Props) {
  if (active.length === 0) return null;
  const t = translator(locale, "directory");
  return (
    <ul className="chips" aria-label={t("chips")}>
      {active.map(({ key, group, label, href }) => (
        <li key={key}>
          <a className="chip" href={href}>
            <span className="sr-only">{t("remove")} </span>
            <span className="chip-group">{group}</span> {label}
            <span aria-hidden="true" className="chip-cross">
              ×
            </span>
          </a>
        </li>
      ))}
      <li className="no-print">
        <a className="chip-clear" href={localPath(locale, path)}>
          {t("clear")}
        </a>
      </li>
    </ul>
  );
}
