import type { ReactNode } from "react";
import { List } from "@/components/list";
import { Pairs } from "@/components/pairs";
import { PhoneLink } from "@/components/phone-link";
import type { PublicContact, PublicOrganisation } from "@/domain/published/organisation";
import { CONTACT_CHANNELS } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** Call, write, visit. What cannot be used is shown as printed and never made a link. */
export function Contacts({ locale, organisation }: { locale: Locale; organisation: PublicOrganisation }) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale).contactChannel;
  const { contacts } = organisation;
  if (contacts.length === 0) return <p>{t("noContacts")}</p>;
  const rows = CONTACT_CHANNELS.map((channel): [string, ReactNode] => {
    const ofChannel = contacts.filter((contact) => contact.channel === channel);
    return [
      labels[channel],
      ofChannel.length > 0 ? (
        <List
          className="contact-list"
          items={ofChannel.map((contact) => (
            <ContactValue key={contact.raw} locale={locale} contact={contact} />
          ))}
        />
      ) : null,
    ];
  });
  return (
    <>
      <Pairs rows={rows} />
      {contacts.some(({ channel }) => channel === "address") ? <p className="source-note">{t("headquarters")}</p> : null}
    </>
  );
}

/** One way to reach it, as a link when it can be used. */
export function ContactValue({ locale, contact }: { locale: Locale; contact: PublicContact }) {
  const t = translator(locale, "profile");
  const { channel, raw, value, state } = contact;
  const french = locale === "fr" ? undefined : "fr";
  if (state === "none" || state === "not_working") return <span className="soft">{t(`states.${state}`)}</span>;
  if (state === "invalid") {
    return (
      <>
        <span lang={french}>{raw}</span> <span className="soft">({t("asPrinted")})</span>
      </>
    );
  }
  if (channel === "address" || value === null) return <span lang={french}>{value ?? raw}</span>;
  if (channel === "phone") return <PhoneLink number={value} />;
  if (channel === "email") return <a href={`mailto:${value}`}>{value}</a>;
  return (
    <>
      <a href={value} rel="noopener external">
        {value.replace(/^https?:\/\//, "").replace(/\/$/, "")}
      </a>
      {state === "under_construction" ? <span className="soft"> ({t("states.under_construction")})</span> : null}
    </>
  );
}
