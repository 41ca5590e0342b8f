import type { ZoneData } from "./load-zone";
import type { Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { formatNumber, translator } from "@/i18n/translator";

/** What is known of the zone itself. */
export function ZoneFacts({ locale, zone, names }: { locale: Locale } & Pick<ZoneData, "zone" | "names">) {
  const t = translator(locale, "zones");
  const degrees = (value: number) => formatNumber(locale, Math.abs(value), { maximumFractionDigits: 3 });
  const note = zone.note[locale];
  return (
    <dl className="pairs">
      <dt>{t("level")}</dt>
      <dd>{zoneLevelLabel(locale, zone, names)}</dd>
      <dt>{t("code")}</dt>
      <dd>
        <code>{zone.code}</code>
      </dd>
      {zone.otherNames.length > 0 ? (
        <>
          <dt>{t("otherNames")}</dt>
          <dd lang="fr">{zone.otherNames.join(" ; ")}</dd>
        </>
      ) : null}
      {zone.level === "country" ? null : (
        <>
          <dt>{t("coordinates")}</dt>
          <dd>
            {zone.position
              ? t("coordinatesValue", {
                  lat: degrees(zone.position.lat),
                  lng: degrees(zone.position.lng),
                  side: zone.position.lng < 0 ? t("west") : t("east"),
                })
              : t("coordinatesNone")}
            {zone.position && zone.coordinatesSource ? (
              <span className="map-level" lang="fr">
                {" "}
                — {zone.coordinatesSource}
              </span>
            ) : null}
          </dd>
        </>
      )}
      {note ? (
        <>
          <dt>{t("note")}</dt>
          <dd>{note}</dd>
        </>
      ) : null}
    </dl>
  );
}
