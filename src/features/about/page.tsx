import "server-only";
import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { OrganisationLink } from "@/components/organisation-link";
import { PageHead } from "@/components/page-head";
import { SourceLine } from "@/components/source-line";
import { findSource } from "@/data/source/sources";
import { CONSORTIUM } from "@/domain/settings";
import { env } from "@/env";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const ENTRIES = ["documents", "typology", "corrections", "verified"] as const;
const KEPT_OUT = ["persons", "restricted", "needs", "unknown"] as const;
const PRIVACY = ["readers", "staff", "attempts"] as const;

/** What the directory is, who stands behind it, how entries come about, and whom to write to. */
export async function AboutPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "about");
  const source = await findSource(CONSORTIUM.said.source);
  return (
    <div className="frame">
      <PageHead title={t("title")} lead={t("lead")} />
      <MarginSection title={t("what.title")} prose>
        <p>{t("what.text")}</p>
        <p>{t("what.uses")}</p>
      </MarginSection>
      <MarginSection id="consortium" title={t("who.title")} prose>
        <p>{t("who.text")}</p>
        <ul>
          {CONSORTIUM.members.map((member) => (
            <li key={member.slug}>
              <OrganisationLink locale={locale} organisation={member} />
              {t("who.role", { role: t(`who.roles.${member.slug}`) })}
            </li>
          ))}
        </ul>
        {source ? <SourceLine locale={locale} source={source} places={[{ place: null, lines: CONSORTIUM.said.lines }]} /> : null}
      </MarginSection>
      <MarginSection title={t("entries.title")} prose>
        <List items={ENTRIES.map((key) => t(`entries.${key}`))} />
        <p>
          <a href={localPath(locale, "/sources")}>{t("entries.sources")}</a>
        </p>
      </MarginSection>
      <MarginSection title={t("keptOut.title")} prose>
        <List items={KEPT_OUT.map((key) => t(`keptOut.${key}`))} />
      </MarginSection>
      <MarginSection id="corriger" title={t("correct.title")} prose>
        <p>{t("correct.text")}</p>
        <p>
          <a href={localPath(locale, "/proposer")}>{translator(locale, "proposals")("add")}</a>
        </p>
        <Contact locale={locale} address={env().CONTACT_EMAIL} />
      </MarginSection>
      <MarginSection title={t("licence.title")} prose>
        <p>{t("licence.text")}</p>
        <p>
          <a href={localPath(locale, "/donnees")}>{t("licence.data")}</a>
        </p>
      </MarginSection>
      <MarginSection id="mentions-legales" title={t("legal.title")} prose>
        <p>{env().PUBLISHER ? t("legal.publisher", { publisher: env().PUBLISHER! }) : t("legal.noPublisher")}</p>
        <List items={PRIVACY.map((key) => t(`legal.${key}`))} />
        <p>{t("legal.rights")}</p>
        <Contact locale={locale} address={env().PRIVACY_EMAIL ?? env().CONTACT_EMAIL} />
      </MarginSection>
    </div>
  );
}

/** Whom to write to: the address that the operator has set, or else nobody is invented. */
function Contact({ locale, address }: { locale: Locale; address: string | undefined }) {
  const t = translator(locale, "about");
  if (!address) return <p>{t("contact.none")}</p>;
  return (
    <p>
      {t("contact.write")} <a href={`mailto:${address}`}>{address}</a>
    </p>
  );
}
