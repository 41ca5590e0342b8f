import type { PublicContact } from "@/domain/public-organisation";
import { CONTACT_CHANNELS } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { formatPhone } from "@/lib/phone";

/** Every contact by channel: a link where it can be used, the printed words where it cannot. */
export function Contacts({ locale, contacts }: { locale: Locale; contacts: readonly PublicContact[] }) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  if (contacts.length === 0) return <p>{t("noContact")}</p>;
  return (
    <dl className="pairs">
      {CONTACT_CHANNELS.filter((channel) => contacts.some((contact) => contact.channel === channel)).map((channel) => (
        <div key={channel} className="contents">
          <dt>{labels.contactChannel[channel]}</dt>
          <dd>
            <ul className="contact-list">
              {contacts
                .filter((contact) => contact.channel === channel)
                .map((contact) => (
                  <li key={contact.raw}>
                    <Contact locale={locale} contact={contact} />
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Contact({ locale, contact: { channel, raw, value, state } }: { locale: Locale; contact: PublicContact }) {
  const t = translator(locale, "profile");
  if (state === "none" || state === "not_working") return <span className="text-ink-soft">{t(`contact.${state}`, { raw })}</span>;
  if (state === "invalid") return <span>{t("contact.invalid", { raw })}</span>;
  if (value === null) return <span lang="fr">{raw}</span>;
  switch (channel) {
    case "phone":
      return (
        <a href={`tel:${value}`} aria-label={t("contact.call", { phone: formatPhone(value) })}>
          {formatPhone(value)}
        </a>
      );
    case "email":
      return (
        <a href={`mailto:${value}`} aria-label={t("contact.write", { email: value })}>
          {value}
        </a>
      );
    case "website":
    case "facebook":
      return (
        <>
          <a href={value} rel="external noopener nofollow">
            {value.replace(/^https?:\/\//, "").replace(/\/$/, "")}
          </a>
          {state === "under_construction" ? ` (${t("contact.under_construction")})` : null}
        </>
      );
    case "address":
      return <span lang="fr">{value}</span>;
  }
}
