import { MarginSection } from "@/components/margin-section";
import type { CommunityIndicator, CommunityProfile } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited } from "./cited";
import { percent } from "./words";

type Props = { locale: Locale; community: CommunityProfile };

/** What people live on, why they start no business, why they left. */
export function Livelihoods({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const { activity_sector: sectors, no_business_reason: noBusiness, departure_reason: departures } = community.indicators;
  return (
    <MarginSection id="activites" title={t("livelihoods")}>
      <p>{t("orderAsPrinted")}</p>
      <div className="mt-4 grid gap-6 md:grid-cols-3">
        <Ranked locale={locale} title={t("sectors")} items={sectors} label={(code) => t(`sectorOf.${code}`)} />
        <Ranked locale={locale} title={t("noBusiness")} items={noBusiness} label={(code) => t(`noBusinessOf.${code}`)} />
        <Ranked locale={locale} title={t("departures")} items={departures} label={(code) => t(`departureOf.${code}`)} />
      </div>
      <Cited locale={locale} sources={community.sources} citations={[...sectors, ...noBusiness, ...departures].flatMap(({ citations }) => citations)} apart />
    </MarginSection>
  );
}

function Ranked<Item extends CommunityIndicator>({
  locale,
  title,
  items,
  label,
}: {
  locale: Locale;
  title: string;
  items: readonly Item[];
  label: (code: Item["code"]) => string;
}) {
  return (
    <div>
      <h3 className="ranked">{title}</h3>
      <ol className="mt-1 list-decimal ps-5">
        {items.map(({ code, value, note }) => (
          <li key={code}>
            {label(code)}
            {value === null ? null : <span className="digits"> ({percent(locale, value)})</span>}
            {note ? <span className="aside block">{note[locale]}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
