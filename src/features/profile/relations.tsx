import type { ReactNode } from "react";
import { EntityLinked } from "@/components/entity/values";
import { List } from "@/components/list";
import { OrganisationLink } from "@/components/organisation-link";
import { Pairs } from "@/components/pairs";
import { LINKED_NOUNS } from "@/domain/nouns";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { OrganisationLink as Linked } from "@/domain/published/organisation-link";
import type { Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { labelsOf, translator } from "@/i18n/translator";

type Props = { locale: Locale; organisation: PublicOrganisation };

/** Its partners, those that name it as theirs, the networks that it belongs to, those that it brings together, and the bodies, programmes and others that name it. */
export function Relations({ locale, organisation }: Props) {
  const t = translator(locale, "profile");
  const { partners, partnerOf, networks, members, partOf, sections, mentionedIn } = organisation;
  if ([partners, partnerOf, networks, members, partOf, sections, mentionedIn].every((named) => named.length === 0)) return <p>{t("noRelations")}</p>;
  const list = (items: ReactNode[]) =>
    items.length > 0 ? <List className={items.length > 8 ? "contact-list long-list" : "contact-list"} items={items} /> : null;
  const link = (one: Linked) => <OrganisationLink locale={locale} organisation={one} />;
  const links = (organisations: readonly Linked[]) => list(organisations.map(link));
  return (
    <Pairs
      rows={[
        [
          t("partners"),
          list(partners.map((partner) => ("organisation" in partner ? link(partner.organisation) : termLabel(locale, "partner_class", partner.partnerClass)))),
        ],
        [t("partnerOf"), links(partnerOf.map((by) => by.organisation))],
        [t("networks"), links(networks)],
        [labelsOf(locale).field.part_of, links(partOf)],
        [t("sectionsOf"), links(sections)],
        [t("members"), links(members)],
        ...LINKED_NOUNS.map((noun): [string, ReactNode] => [
          translator(locale, "entities")(`links.${noun}`),
          list(mentionedIn.filter((entity) => entity.noun === noun).map((entity) => <EntityLinked key={entity.slug} locale={locale} entity={entity} />)),
        ]),
      ]}
    />
  );
}

/** Needs, problems and added value that the organisation stated itself. */
export function SaidOfItself({ locale, organisation }: Props) {
  const labels = labelsOf(locale);
  const { needs, problems, addedValues } = organisation;
  const french = locale === "fr" ? undefined : "fr";
  const list = (texts: readonly string[], lang?: string) => (texts.length > 0 ? <List className="contact-list" lang={lang} items={texts} /> : null);
  return (
    <Pairs
      rows={[
        [labels.field.needs, list(needs.map((need) => termLabel(locale, "need", need)))],
        [labels.field.problems, list(problems, french)],
        [labels.field.added_values, list(addedValues, french)],
      ]}
    />
  );
}
