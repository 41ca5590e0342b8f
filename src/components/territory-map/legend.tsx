import type { Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import { classBounds, type Classes } from "./classes";

type Props = {
  locale: Locale;
  classes: Classes;
  /** What zero is called, where zeros are drawn. */ none?: string;
  withOutside?: boolean;
  withPoints?: boolean;
};

/** What the shades of a map mean, in numbers. */
export function Legend({ locale, classes, none, withOutside = false, withPoints = false }: Props) {
  const t = translator(locale, "map");
  const range = ({ lowest, highest }: { lowest: number; highest: number | null }) =>
    highest === null ? t("legendMore", { lowest }) : lowest === highest ? formatNumber(locale, lowest) : t("legendRange", { lowest, highest });
  return (
    <ul className="map-legend" aria-label={t("legend")}>
      {none ? (
        <li>
          <span className="map-swatch tone-0" /> {none}
        </li>
      ) : null}
      {classBounds(classes).map((bounds, index) => (
        <li key={bounds.lowest}>
          <span className={`map-swatch tone-${index + 1}`} /> {range(bounds)}
        </li>
      ))}
      {withPoints ? (
        <li>
          <span className="map-swatch map-swatch-point" /> {t("legendPoint")}
        </li>
      ) : null}
      {withOutside ? (
        <li>
          <span className="map-swatch tone-outside" /> {t("legendOutside")}
        </li>
      ) : null}
    </ul>
  );
}
