import { Crumbs } from "@/components/crumbs";
import { PageHead } from "@/components/page-head";
import { Pagination } from "@/components/pagination";
import { refusedParameters } from "@/components/refused-parameters";
import { SourceLine } from "@/components/source-line";
import { NETWORKS_A_PAGE, publicNetworks } from "@/data/network/networks";
import type { PublicNetwork } from "@/domain/published/network";
import { NETWORK_SCOPES } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, labelsOf, translator } from "@/i18n/translator";
import { loadRelations, type Relations } from "@/data/network/load-relations";
import { pageOf } from "@/lib/http/search";
import { NetworkEntry } from "./network-entry";
import { RelationsSection } from "./relations-section";

/** The line of the mapping that describes how associations belong to one another. */
const NESTING = { place: null, lines: [614] };

/** The networks with their relations; what an address asks to see around one is shown alone. */
export async function networksPage(locale: Locale, parameters: Record<string, string[]>) {
  const relations = await loadRelations(parameters);
  if (!relations.ok) return refusedParameters(locale, "/reseaux", relations.problems);
  const { focus } = relations;
  const t = translator(locale, "networks");
  if (focus) {
    const trail = [{ href: "/reseaux", label: t("title") }];
    return {
      head: { title: t("graph.focusTitle", { name: focus.name }), canonical: "/reseaux" },
      body: (
        <div className="frame">
          <PageHead crumbs={<Crumbs locale={locale} trail={trail} />} title={focus.name} documentLanguage={locale === "fr" ? undefined : "fr"} />
          <RelationsSection locale={locale} {...relations} />
        </div>
      ),
    };
  }
  // Anything else than a number is the first page: there is nothing to filter here.
  const page = pageOf(parameters.page);
  return { body: <NetworksPage locale={locale} page={page} relations={relations} /> };
}

/** One page of the networks in the columns of their source, then of the federations whose members are named elsewhere. */
async function NetworksPage({ locale, page: asked, relations }: { locale: Locale; page: number; relations: Relations }) {
  const t = translator(locale, "networks");
  const { networkScope } = labelsOf(locale);
  const { networks, counts, total, page, pageCount } = await publicNetworks(asked);
  const listed = networks.filter(({ scope }) => scope !== null);
  const federations = networks.filter(({ scope }) => scope === null);
  const first = (page - 1) * NETWORKS_A_PAGE;
  const mapping = listed.find(({ citation }) => citation !== null)?.citation;
  const of = (scope: PublicNetwork["scope"]) => listed.filter((network) => network.scope === scope);
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")}>
        <p className="mt-3.5">{t("count", { networks: NETWORK_SCOPES.reduce((sum, scope) => sum + counts[scope], 0), ...counts })}</p>
        {pageCount > 1 ? (
          <p>
            {t("pageOf", { from: first + 1, to: first + networks.length, count: total })}{" "}
            <a href={localPath(locale, "/organisations?kind=network")}>{t("searchNetworks")}</a>
          </p>
        ) : null}
        <p className="source-note">{t("caution")}</p>
      </PageHead>
      {listed.length > 0 ? (
        <div className="network-columns">
          {NETWORK_SCOPES.map((scope) => (
            <section key={scope} aria-labelledby={scope}>
              <h2 id={scope}>
                {networkScope[scope]} ({formatNumber(locale, counts[scope])})
              </h2>
              {of(scope).map((network) => (
                <NetworkEntry key={network.slug} locale={locale} network={network} />
              ))}
              {of(scope).length === 0 ? <p>{t("noneHere")}</p> : null}
            </section>
          ))}
        </div>
      ) : null}
      <Source locale={locale} networks={listed} />

      {federations.length > 0 ? (
        <section className="section-apart">
          <h2>{t("federations")}</h2>
          <p className="lead mt-2 mb-4">{t("federationsText")}</p>
          {federations.map((network) => (
            <div key={network.slug}>
              <NetworkEntry locale={locale} network={network} opened />
              {network.declaredMembers !== null && network.declaredMembers !== network.knownMembers ? (
                <p className="source-note">{t("gap", { declared: network.declaredMembers, known: network.knownMembers })}</p>
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
      <div className="mt-6">
        <Pagination
          locale={locale}
          page={page}
          pageCount={pageCount}
          hrefOf={(other) => localPath(locale, other === 1 ? "/reseaux" : `/reseaux?page=${other}`)}
        />
      </div>

      {page === 1 ? <RelationsSection locale={locale} {...relations} /> : null}

      {page === 1 ? (
        <section className="section-apart">
          <h2>{t("nested")}</h2>
          <p className="lead mt-2 mb-4">{t("nestedText")}</p>
          <ol className="network-steps" aria-label={t("nestedLabel")}>
            {(["village", "commune", "region"] as const).map((step, index) => (
              <li key={step}>
                {index > 0 ? <span className="soft">{t("memberOf")} </span> : null}
                <strong>{t(`nestedSteps.${step}`)}</strong>
              </li>
            ))}
          </ol>
          {mapping ? <SourceLine locale={locale} source={{ slug: mapping.source, title: mapping.sourceTitle }} places={[NESTING]} /> : null}
        </section>
      ) : null}
    </div>
  );
}

/** Where the columns stand: one line for each source and table that gives some of them. */
function Source({ locale, networks }: { locale: Locale; networks: readonly PublicNetwork[] }) {
  const cited = networks.flatMap(({ citation }) => citation ?? []);
  const places = new Map(cited.map((citation) => [`${citation.source} ${citation.place}`, citation]));
  return [...places].map(([key, { source, sourceTitle, place }]) => {
    const lines = cited.filter((other) => `${other.source} ${other.place}` === key).flatMap(({ line }) => line ?? []);
    return <SourceLine key={key} locale={locale} source={{ slug: source, title: sourceTitle }} places={[{ place, lines }]} />;
  });
}
