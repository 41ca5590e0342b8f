import { few, zoneName } from "@/components/organisation-entry";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { PublishedLimits } from "@/domain/published/limits";
import type { PlacedZone } from "@/domain/published/zone";
import { HOME_COUNTRY } from "@/domain/settings";
import { proposePath } from "@/components/propose-path";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { ContactValue } from "./contacts";
import { PlaceMap } from "./place-map";
import { Grounds } from "./section";
import { What } from "./where-and-what";

const SHOWN_ZONES = 6;
/** By what one reaches it at once. */
const CHANNELS = ["phone", "email", "website"] as const;

const isAbroad = ({ path }: PlacedZone) => path[0] !== HOME_COUNTRY;

type Props = {
  locale: Locale;
  organisation: PublicOrganisation;
  limits: readonly PublishedLimits[];
  zones: readonly PlacedZone[];
  regions: readonly PlacedZone[];
};

/** What one comes for, on the first screen of a phone: how to reach it, where it works, what it does. */
export function AtAGlance({ locale, organisation, limits, zones, regions }: Props) {
  const t = translator(locale, "profile");
  const reached = CHANNELS.flatMap((channel) =>
    organisation.contacts.filter((contact) => contact.channel === channel && contact.state === "ok" && contact.value),
  );
  const names = few(
    locale,
    [...zones].sort((a, b) => Number(isAbroad(a)) - Number(isAbroad(b))).map((zone) => zoneName(locale, zone)),
    SHOWN_ZONES,
  );
  return (
    <div className="glance">
      {reached.length > 0 ? (
        <ul className="glance-reach">
          {reached.map((contact) => (
            <li key={contact.raw}>
              <ContactValue locale={locale} contact={contact} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="glance-reach">
          <span className="soft">{t("glance.noContact")}</span>{" "}
          <a className="no-print inline-block py-1" href={proposePath(locale, organisation.slug, "contacts")}>
            {translator(locale, "proposals")("yours")}
          </a>
        </p>
      )}
      <div className="glance-place">
        <PlaceMap locale={locale} label={t("glance.map", { zones: names })} limits={limits} zones={zones} regions={regions} />
        <p>{names || t("noZones")}</p>
      </div>
      <section className="glance-what">
        <h2>{t("sections.what")}</h2>
        <What locale={locale} organisation={organisation} />
        <Grounds locale={locale} organisation={organisation} section="what" />
        <p className="no-print">
          <a className="inline-block py-1" href={proposePath(locale, organisation.slug, "what")}>
            {translator(locale, "site")("mistake")}
          </a>
        </p>
      </section>
    </div>
  );
}
