import { Links } from "@/components/list";
import { Pairs } from "@/components/pairs";
import type { OwnNames } from "@/domain/own-names";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { zoneName } from "@/components/organisation-entry";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { zoneLevelLabel } from "@/i18n/own-name";
import { labelsOf, translator } from "@/i18n/translator";

type Props = { locale: Locale; organisation: PublicOrganisation };

/** The perimeter and the zones, from the widest to the narrowest, each a way to its neighbours. */
export function Where({ locale, organisation, names }: Props & { names: OwnNames }) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const { perimeter, perimeterScale, zones } = organisation;
  // Two countries may call one level by two names.
  const levels = new Map(zones.map((zone) => [zoneLevelLabel(locale, zone, names), zone.level]));
  return (
    <>
      <Pairs
        rows={[
          [
            labels.field.perimeter,
            perimeter ? labels.perimeter[perimeter] + (perimeterScale ? ` – ${labels.perimeterScale[perimeterScale].toLowerCase()}` : "") : t("unknown"),
          ],
          ...[...levels].map(([label, level]): [string, React.ReactNode] => [
            label,
            <Links
              key={level}
              className="inline-list"
              items={zones
                .filter((zone) => zoneLevelLabel(locale, zone, names) === label)
                .map((zone) => ({ href: localPath(locale, `/zones/${zone.code}`), label: zoneName(locale, zone) }))}
            />,
          ]),
        ]}
      />
      {zones.length === 0 ? <p className="mt-2">{t("noZones")}</p> : null}
    </>
  );
}

/** The presentation, in the reader's language when there is one, and the themes. */
export function What({ locale, organisation }: Props) {
  const t = translator(locale, "profile");
  const { description, themes } = organisation;
  const own = description[locale];
  const shown = own ?? description.fr ?? description.en;
  const language = own ? undefined : description.fr ? "fr" : "en";
  return (
    <div className="prose">
      {shown ? <p lang={language === locale ? undefined : language}>{shown}</p> : null}
      {themes.length > 0 ? (
        <Links items={themes.map((theme) => ({ href: localPath(locale, `/organisations?theme=${theme}`), label: termLabel(locale, "theme", theme) }))} />
      ) : (
        <p>{t("noThemes")}</p>
      )}
    </div>
  );
}
