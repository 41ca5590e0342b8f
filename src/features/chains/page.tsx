import "server-only";
import { Links, List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { organisationLink } from "@/components/organisation-link";
import { PageHead } from "@/components/page-head";
import { Places } from "@/components/places";
import { refusedParameters } from "@/components/refused-parameters";
import { SourcesOf } from "@/components/entity/facts";
import { Table } from "@/components/table";
import { placedCommunities, type CommunityPlace } from "@/data/community/in-zone";
import { listEntities } from "@/data/entity/entities";
import { partnersByGroup } from "@/data/organisation/partner-groups";
import type { EntityValue, PublicEntity } from "@/domain/published/entity";
import type { Chain } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { CHAIN_LINKS, findPartners } from "./finder";
import { Finder, Found } from "./found";

/** Value chains, the communities to which a study links them, and who could be a partner. The address alone says what is asked. */
export async function chainsPage(locale: Locale, parameters: Record<string, string[]>) {
  const [chains, communities, groups] = await Promise.all([listEntities("chain"), placedCommunities(), partnersByGroup()]);
  const asked = await findPartners(parameters, chains, communities);
  if (asked && "ok" in asked) return refusedParameters(locale, "/filieres", asked.problems);
  const t = translator(locale, "chains");
  const labels = labelsOf(locale);
  const body = (
    <div className="frame">
      <PageHead title={t("title")} lead={t("lead")} />
      <Finder locale={locale} chains={chains} communities={communities} query={asked?.query} />
      {asked ? <Found locale={locale} asked={asked} communities={communities} /> : null}
      <MarginSection id="filieres" title={t("matrix")}>
        <p className="measure">{t("matrixLead")}</p>
        <Table
          className="mt-4"
          rows={chains}
          keyOf={({ slug }) => slug}
          idOf={({ slug }) => slug}
          columns={[
            {
              head: labels.filter.chain,
              cell: ({ slug }) => <a href={localPath(locale, `/filieres?chain=${slug}`)}>{labels.chain[slug as Chain] ?? slug}</a>,
            },
            ...CHAIN_LINKS.map((field) => ({
              head: labels.nounField.chain[field],
              cell: ({ fields }: PublicEntity) => <InCommunities locale={locale} values={fields[field] ?? []} communities={communities} />,
            })),
          ]}
        />
        <SourcesOf locale={locale} entities={chains} />
      </MarginSection>
      <MarginSection id="domaines" title={t("groups")}>
        <p className="measure">{t("groupsLead")}</p>
        {groups.map(({ group, organisations }) => (
          <details key={group} className="mt-2">
            <summary className="py-1">
              {labels.partnerGroup[group]} <span className="choice-count">{organisations.length}</span>
            </summary>
            <Links className="contact-list long-list" items={organisations.map((one) => organisationLink(locale, one))} />
          </details>
        ))}
      </MarginSection>
    </div>
  );
  return { body };
}

type InCommunitiesProps = { locale: Locale; values: readonly EntityValue[]; communities: readonly CommunityPlace[] };

/** The communities of a cell, each with its lines. */
function InCommunities({ locale, values, communities }: InCommunitiesProps) {
  if (values.length === 0) return <span className="soft">{translator(locale, "chains")("none")}</span>;
  return (
    <List
      items={values.map(({ zone, citations }) => {
        const community = communities.find((place) => place.zone === zone!.code);
        return (
          <>
            <a href={localPath(locale, community ? `/communautes/${community.slug}` : `/zones/${zone!.slug}`)}>{community?.name ?? zone!.name}</a>{" "}
            <Places locale={locale} citations={citations} short />
          </>
        );
      })}
    />
  );
}
