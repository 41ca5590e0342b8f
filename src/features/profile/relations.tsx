import type { OrganisationLink, PublicOrganisation } from "@/domain/public-organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** Partners, the networks it belongs to, and the members it has. */
export function Relations({ locale, organisation }: { locale: Locale; organisation: PublicOrganisation }) {
  const t = translator(locale, "profile");
  const { partnerClass } = labelsOf(locale);
  const { partners, networks, members } = organisation;
  if (partners.length + networks.length + members.length === 0) return <p>{t("noPartner")}</p>;
  return (
    <>
      {networks.length > 0 ? <Named title={t("networksTitle")} locale={locale} links={networks} /> : null}
      {partners.length > 0 ? (
        <>
          <h3 className="relation-title">{t("partnersTitle")}</h3>
          <ul className="bulleted">
            {partners.map((partner) =>
              "organisation" in partner ? (
                <li key={partner.organisation.slug}>
                  <Link locale={locale} link={partner.organisation} />
                </li>
              ) : (
                <li key={partner.partnerClass}>{partnerClass[partner.partnerClass]}</li>
              ),
            )}
          </ul>
        </>
      ) : null}
      {members.length > 0 ? <Named title={t("membersTitle", { count: members.length })} locale={locale} links={members} /> : null}
    </>
  );
}

function Named({ title, locale, links }: { title: string; locale: Locale; links: readonly OrganisationLink[] }) {
  return (
    <>
      <h3 className="relation-title">{title}</h3>
      <ul className="bulleted">
        {links.map((link) => (
          <li key={link.slug}>
            <Link locale={locale} link={link} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Link({ locale, link }: { locale: Locale; link: OrganisationLink }) {
  return (
    <a href={localPath(locale, `/organisations/${link.slug}`)} lang={locale === "fr" ? undefined : "fr"}>
      {link.acronym ? `${link.name} (${link.acronym})` : link.name}
    </a>
  );
}
