import type { BlindSpot } from "@/domain/blind-spots";
import { directorySearch } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Country = { code: string; name: string };
type Props = { locale: Locale; country: Country; spots: readonly BlindSpot[] };

/** "tout le Mali : 4" */
export function blindSpotLabel(locale: Locale, { kind, count }: Pick<BlindSpot, "kind" | "count">, { code, name }: Country): string {
  return translator(locale, "map")(`blindSpot.${kind}`, { count, code, name });
}

/** Beside the numbers of regions: whom they leave out, each a link to the list of exactly these. */
export function BlindSpots({ locale, country, spots }: Props) {
  const t = translator(locale, "map");
  return (
    <div className="blind-spots">
      <p>{t("blindSpots")}</p>
      <ul>
        {spots.map((spot) => (
          <li key={spot.kind}>
            {spot.count > 0 ? (
              <a href={localPath(locale, `/organisations${directorySearch(spot.query)}`)}>{blindSpotLabel(locale, spot, country)}</a>
            ) : (
              blindSpotLabel(locale, spot, country)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
