import type { Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import { classBounds, type Classes } from "./classes";
import type { Tone } from "./marks";

type Props = {
  locale: Locale;
  classes: Classes;
  /** What zero is called, where zeros are drawn. */ none?: string;
  withOutside?: boolean;
  withPoints?: boolean;
};

/** What the shades and the points of a map mean, in numbers, in the order in which it is said. */
export function legendEntries({ locale, classes, none, withOutside = false, withPoints = false }: Props): { mark: Tone | "point"; text: string }[] {
  const t = translator(locale, "map");
  const range = ({ lowest, highest }: { lowest: number; highest: number | null }) =>
    highest === null ? t("legendMore", { lowest }) : lowest === highest ? formatNumber(locale, lowest) : t("legendRange", { lowest, highest });
  return [
    ...(none ? [{ mark: 0 as const, text: none }] : []),
    ...classBounds(classes).map((bounds, index) => ({ mark: (index + 1) as Tone, text: range(bounds) })),
    ...(withPoints ? [{ mark: "point" as const, text: t("legendPoint") }] : []),
    ...(withOutside ? [{ mark: "outside" as const, text: t("legendOutside") }] : []),
  ];
}

/** The same beside a map. */
export function Legend(props: Props) {
  return (
    <ul className="map-legend" aria-label={translator(props.locale, "map")("legend")}>
      {legendEntries(props).map(({ mark, text }) => (
        <li key={mark}>
          <span className={`map-swatch ${mark === "point" ? "map-swatch-point" : `tone-${mark}`}`} /> {text}
        </li>
      ))}
    </ul>
  );
}
