import type { ReactNode } from "react";
import { Links } from "@/components/list";
import { zoneName } from "@/components/organisation-entry";
import { organisationLink, OrganisationLink } from "@/components/organisation-link";
import { PhoneLink } from "@/components/phone-link";
import { directorySearch } from "@/domain/filters";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import type { RegionData } from "./load-region";
import { mapPath, REGION, zoneListPath, zonePagePath, type MapView } from "./view";

type Props = {
  locale: Locale;
  view: MapView;
  data: RegionData;
  /** What nobody in the region may hide. */
  behind: readonly string[];
  /** Whether a zone filter is set, which stops at the panel. */
  filtered: boolean;
};

/** What the map tells of one region: who works there, on what, in which networks, and whom one can call. */
export function RegionPanel({ locale, view, data, behind, filtered }: Props) {
  const t = translator(locale, "map");
  const { zone, total, organisations, themes, networks, phones } = data;
  const { query } = view;
  const name = zoneName(locale, zone);
  const zonePage = zonePagePath(locale, query, zone.slug);
  const listOf = (theme: string) =>
    localPath(locale, `/organisations${directorySearch(query, { groups: { ...query.groups, zone: [zone.slug], theme: [theme] }, page: 1 })}`);
  return (
    <section id={REGION} className="region-panel" aria-labelledby="region-nom">
      <h3 id="region-nom">{name}</h3>
      <p className="region-panel-ways no-print">
        <a href={zonePage}>{t("panel.zonePage")}</a> <a href={`${mapPath(locale, { ...view, region: null })}#mali`}>{t("panel.close")}</a>
      </p>
      <p>
        <strong>{t("panel.count", { count: total })}</strong>
        {behind.length > 0 ? ` ${behind.join(" · ")}` : null}
      </p>
      {filtered ? <p className="source-note">{t("panel.zoneFilter")}</p> : null}
      {total > 0 ? (
        <>
          <Part title={t("panel.who")}>
            <Links items={organisations.map((organisation) => organisationLink(locale, organisation))} />
            <p>
              <a href={zoneListPath(locale, query, zone.slug)}>{t("panel.whole", { count: total, name })}</a>
            </p>
          </Part>
          <Part title={t("panel.themes")}>
            {themes.length === 0 ? <p>{t("panel.noTheme")}</p> : null}
            <ul className="region-panel-themes">
              {themes.map(({ value, label, count }) => (
                <li key={value}>
                  <a href={listOf(value)}>{filterValueLabel(locale, "theme", value, label)}</a> {formatNumber(locale, count)}
                </li>
              ))}
            </ul>
          </Part>
          <Part title={t("panel.networks")}>
            {networks.shown.length === 0 ? <p>{t("panel.noNetwork")}</p> : null}
            <Links items={networks.shown.map((network) => organisationLink(locale, network))} />
            {networks.more > 0 ? <p>{t("panel.moreNetworks", { count: networks.more })}</p> : null}
          </Part>
          <Part title={t("panel.call")}>
            {phones.shown.length === 0 ? <p>{t("panel.noPhone")}</p> : null}
            <ul className="region-panel-phones">
              {phones.shown.map(({ organisation, phone }) => (
                <li key={organisation.slug}>
                  <OrganisationLink locale={locale} organisation={organisation} />
                  <span>
                    <PhoneLink number={phone} />
                  </span>
                </li>
              ))}
            </ul>
            {phones.more ? (
              <p>
                <a href={`${zonePage}#organisations`}>{t("panel.morePhones")}</a>
              </p>
            ) : null}
          </Part>
        </>
      ) : null}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h4>{title}</h4>
      {children}
    </>
  );
}
