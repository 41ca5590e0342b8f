import { Pairs } from "@/components/pairs";
import type { ZoneData } from "./load-zone";
import { localPath, type Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { formatDate, formatNumber, translator } from "@/i18n/translator";

/** What is known of the zone itself. */
export function ZoneFacts({ locale, zone, names }: { locale: Locale } & Pick<ZoneData, "zone" | "names">) {
  const t = translator(locale, "zones");
  const degrees = (value: number) => formatNumber(locale, Math.abs(value), { maximumFractionDigits: 3 });
  const { position } = zone;
  const side = position && position.lng < 0 ? t("west") : t("east");
  const where = position ? t("coordinatesValue", { lat: degrees(position.lat), lng: degrees(position.lng), side }) : t("coordinatesNone");
  const period = (from: string | null, to: string | null) => {
    const [since, until] = [from, to].map((day) => (day === null ? null : formatDate(locale, day)));
    if (since && until) return t("between", { from: since, to: until });
    return since ? t("since", { from: since }) : until ? t("until", { to: until }) : null;
  };
  return (
    <Pairs
      rows={[
        [t("level"), zoneLevelLabel(locale, zone, names)],
        [t("code"), <code key="code">{zone.code}</code>],
        [
          t("pcode"),
          zone.pcode && (
            <>
              <code>{zone.pcode}</code>{" "}
              <span className="aside" lang="fr">
                — {zone.pcodeSource}
              </span>
            </>
          ),
        ],
        [t("validity"), period(zone.validFrom, zone.validTo)],
        [
          t("importedLimits"),
          zone.limits.length === 0 ? null : (
            <ul>
              {zone.limits.map(({ code, source, licence, validFrom, validTo }) => (
                <li key={validFrom}>
                  <a href={`/api/v1/limits.geojson?level=${zone.level}&date=${validFrom}`}>{period(validFrom, validTo)}</a>{" "}
                  <span className="aside">
                    {t("limitsGiven", { code })} — <span lang="fr">{source}</span>, {licence}
                  </span>
                </li>
              ))}
            </ul>
          ),
        ],
        [t("otherNames"), zone.otherNames.length > 0 ? <span lang="fr">{zone.otherNames.join(" ; ")}</span> : null],
        [
          t("coordinates"),
          zone.level === "country" ? null : (
            <>
              {where}
              {position && zone.coordinatesSource ? (
                <span className="aside" lang="fr">
                  {" "}
                  — {zone.coordinatesSource}
                </span>
              ) : null}
            </>
          ),
        ],
        [t("note"), zone.note[locale]],
        [
          t("origin"),
          zone.added && (
            <>
              {t(zone.added.source ? "addedFrom" : "added")}{" "}
              {zone.added.source ? (
                <a href={localPath(locale, `/sources/${zone.added.source.slug}`)} lang={locale === "fr" ? undefined : "fr"}>
                  {zone.added.source.title}
                </a>
              ) : null}
            </>
          ),
        ],
      ]}
    />
  );
}
