import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { ActiveFilter } from "./active-filters";

/** The filters in place, each a link to the list without it. */
export function Chips({ locale, active }: { locale: Locale; active: readonly ActiveFilter[] }) {
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
        <a className="chip-clear" href={localPath(locale, "/organisations")}>
          {t("clear")}
        </a>
      </li>
    </ul>
  );
}
