import { CONSORTIUM } from "@/domain/settings";
import { Links } from "@/components/list";
import { organisationLink } from "@/components/organisation-link";
import { env } from "@/env";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** Other ways to tell: a mail whose subject is written, a telephone number; without either, the members of the consortium. */
export function Reach({ locale, about }: { locale: Locale; about: string }) {
  const t = translator(locale, "proposals");
  const { CONTACT_EMAIL: address, CONTACT_PHONE: number } = env();
  return (
    <section className="mt-6" aria-labelledby="joindre">
      <h2 id="joindre">{t("contacts")}</h2>
      {address ? (
        <p>
          <a href={`mailto:${address}?subject=${encodeURIComponent(t("mailSubject", { about }))}`}>{t("mail", { address })}</a>
        </p>
      ) : null}
      {number ? (
        <p>
          <a href={`tel:${number.replace(/[^+\d]/g, "")}`}>{t("call", { number })}</a>
        </p>
      ) : null}
      {address || number ? null : (
        <>
          <p>{translator(locale, "about")("contact.none")}</p>
          <Links items={CONSORTIUM.members.map((member) => organisationLink(locale, member))} />
        </>
      )}
    </section>
  );
}
