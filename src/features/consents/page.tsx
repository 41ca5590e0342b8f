import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { canErase } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { consentsOf, type KnownConsent } from "@/data/consent/consents";
import { findEditable } from "@/data/editing/edit-form";
import { CONSENT_WAYS, type ConsentName, contactKey } from "@/domain/consent";
import { type Locale } from "@/i18n/locales";
import { formatDate, formatMoment, labelsOf, translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { eraseConsentAction, recordConsentAction, withdrawConsentAction } from "./actions";
import { editorOf } from "./editor-of";

const DONE = { note: "recorded", retire: "withdrawn", efface: "erased", absent: "gone", "non-enregistre": "notSaved" } as const;
const WELL: readonly string[] = ["note", "retire", "efface"];

type Props = { locale: Locale; slug: string; search: Search; signOut: ReactNode };

/** `/admin/organisations/{slug}/accords`: which contacts are published, and who agreed to that. */
export async function ConsentsPage({ locale, slug, search, signOut }: Props) {
  const path = `/admin/organisations/${slug}`;
  const actor = await editorOf(locale, slug);
  const [entry, consents] = await Promise.all([findEditable(actor, slug), consentsOf(actor, slug)]);
  if (!entry) notFound();
  const t = translator(locale, "consents");
  const admin = translator(locale, "admin");
  const { contactChannel } = labelsOf(locale);
  const { contacts, name } = entry.fields;
  const holding = consents.filter(({ withdrawn }) => !withdrawn);
  const ended = consents.filter(({ withdrawn }) => withdrawn);
  const unknown = contacts.filter((contact) => !holding.some((consent) => contactKey(consent) === contactKey(contact)));
  const done = typeof search.fait === "string" ? search.fait : "";
  const below = [{ href: path, label: name }];
  const way = (value: string, label: string) => ({ value, label });
  const none = way("", admin("choose"));
  const about = (field: ConsentName) => ({ name: field, label: t(`field.${field}`), required: translator(locale, "site")("required") });
  return (
    <StaffFrame {...{ locale, actor, tab: "/admin", below, signOut }} title={t("title")} lead={t("lead")}>
      {done in DONE ? <Notice kind={WELL.includes(done) ? "success" : "error"}>{t(DONE[done as keyof typeof DONE])}</Notice> : null}
      <section className="section py-5" aria-labelledby="publies">
        <h2 id="publies">{t("published")}</h2>
        {contacts.length === 0 ? <p>{t("none")}</p> : null}
        <ul className="contact-list">
          {holding.map((consent) => (
            <li key={consent.id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Consent locale={locale} consent={consent} />
              <ButtonForm
                action={withdrawConsentAction.bind(null, locale, slug)}
                values={{ accord: consent.id }}
                label={t("withdraw")}
                title={t("withdrawOf", { contact: consent.raw })}
              />
            </li>
          ))}
          {unknown.map((contact) => (
            <li key={contactKey(contact)}>
              {contact.raw} <span className="aside">{t("unknown")}</span>
            </li>
          ))}
        </ul>
        {holding.length > 0 ? <p className="field-hint">{t("withdrawHint")}</p> : null}
      </section>
      {contacts.length > 0 ? (
        <section className="section py-5" aria-labelledby="noter">
          <h2 id="noter">{t("record")}</h2>
          <FieldsForm
            controls={[
              {
                ...about("contact"),
                type: "select",
                options: [none, ...contacts.map((contact) => way(contactKey(contact), `${contactChannel[contact.channel]} – ${contact.raw}`))],
              },
              { ...about("agreedBy"), type: "line", hint: t("agreedByHint") },
              { ...about("agreedOn"), type: "date" },
              { ...about("how"), type: "select", options: [none, ...CONSENT_WAYS.map((one) => way(one, t(`way.${one}`)))] },
            ]}
            submit={admin("edit.save")}
            initial={firstFields()}
            action={recordConsentAction.bind(null, locale, slug)}
          />
        </section>
      ) : null}
      {ended.length > 0 ? (
        <section className="section py-5" aria-labelledby="retires">
          <h2 id="retires">{t("ended")}</h2>
          <ul className="contact-list">
            {ended.map((consent) => (
              <li key={consent.id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <Consent locale={locale} consent={consent} />
                {canErase(actor) && consent.raw !== "" ? (
                  <ButtonForm
                    action={eraseConsentAction.bind(null, locale, slug)}
                    values={{ accord: consent.id }}
                    label={t("erase")}
                    title={t("eraseOf", { contact: consent.raw })}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </StaffFrame>
  );
}

function Consent({ locale, consent: { raw, agreedBy, agreedOn, how, recordedBy, withdrawn } }: { locale: Locale; consent: KnownConsent }) {
  const t = translator(locale, "consents");
  const date = formatDate(locale, agreedOn.toISOString());
  return (
    <span>
      {raw || t("wasErased")}{" "}
      <span className="aside">
        {t("agreed", { who: agreedBy || t("wasErased"), date, how: t(`way.${how}`).toLocaleLowerCase(locale), by: recordedBy })}
        {withdrawn ? ` ${t("withdrawnBy", { who: withdrawn.by, when: formatMoment(locale, withdrawn.at) })}` : ""}
      </span>
    </span>
  );
}
