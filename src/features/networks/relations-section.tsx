import { List } from "@/components/list";
import { placeInSource } from "@/components/place-in-source";
import { PlaceLink } from "@/components/place-link";
import { Table } from "@/components/table";
import { nestings, RELATION_KINDS, type CitedRelation, type Graph, type RelationNode } from "@/domain/relation";
import { localPath, type Locale } from "@/i18n/locales";
import { nounFieldLabels } from "@/i18n/noun-codes";
import { translator } from "@/i18n/translator";
import { focusPath, Mark, RelationGraph } from "./graph";

type Props = {
  locale: Locale;
  graph: Graph<CitedRelation>;
  /** All relations, of which these may be a part. */
  whole: Graph;
  focus: RelationNode | null;
  withZones: boolean;
};

/** Relations as a drawing, and the same in a table with where each is said. */
export function RelationsSection({ locale, graph, whole, focus, withZones }: Props) {
  const t = translator(locale, "networks");
  const search = new URLSearchParams({ ...(focus && { focus: focus.id }), ...(withZones && { zones: "1" }) });
  const switched = new URLSearchParams({ ...(focus && { focus: focus.id }), ...(withZones ? {} : { zones: "1" }) });
  const withSearch = (path: string, parameters: URLSearchParams) => (parameters.size > 0 ? `${path}?${parameters}` : path);
  const file = new URLSearchParams([...search, ["language", locale]]);
  const shown = whole.nodes.length > graph.nodes.length && !focus;
  return (
    <section className="section-apart" aria-labelledby="relations">
      <h2 id="relations">{focus ? t("graph.focusTitle", { name: focus.name }) : t("graph.title")}</h2>
      <p className="lead mt-2">{t("graph.text")}</p>
      <p className="link-row no-print mt-2">
        {focus ? <a href={localPath(locale, "/reseaux#relations")}>{t("graph.whole")}</a> : null}
        {focus && focus.what !== "body" ? <a href={localPath(locale, `/organisations/${focus.slug}`)}>{t("graph.seeProfile")}</a> : null}
        <a href={`${localPath(locale, withSearch("/reseaux", switched))}#relations`}>{t(withZones ? "graph.withoutZones" : "graph.withZones")}</a>
      </p>
      {withZones ? <p className="source-note">{t("graph.zonesText")}</p> : null}
      {shown ? <p className="source-note">{t("graph.most", { count: graph.nodes.length })}</p> : null}
      {graph.relations.length === 0 ? (
        <p className="mt-3">{t("graph.none")}</p>
      ) : (
        <>
          <Legend locale={locale} withZones={withZones} />
          <div className={focus ? undefined : "graph-wide"}>
            <RelationGraph locale={locale} graph={graph} focus={focus?.id ?? null} withZones={withZones} />
          </div>
          {focus ? null : <p className="graph-phone source-note">{t("graph.phone")}</p>}
          {focus ? <Nested locale={locale} graph={whole} id={focus.id} /> : null}
          <p className="take-away no-print">
            {t("graph.take")} <a href={`/api/v1/relations.csv?${file}`}>{t("graph.csv")}</a> <a href={`/api/v1/relations.gexf?${file}`}>{t("graph.gexf")}</a>
          </p>
          <details className="mt-3" open={focus !== null}>
            <summary>{t("graph.table", { count: graph.relations.length })}</summary>
            <RelationTable locale={locale} graph={graph} withZones={withZones} />
          </details>
          <p className="source-note">{t("graph.warning")}</p>
        </>
      )}
    </section>
  );
}

function Legend({ locale, withZones }: { locale: Locale; withZones: boolean }) {
  const t = translator(locale, "networks");
  const isShown = (kind: string) => kind !== "zone" || withZones;
  return (
    <ul className="graph-legend" aria-label={t("graph.legend")}>
      {(["organisation", "network", "body", "zone"] as const).filter(isShown).map((what) => (
        <li key={what}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <Mark what={what} x={8} y={8} radius={6} />
          </svg>
          {t(`graph.what.${what}`)}
        </li>
      ))}
      {RELATION_KINDS.filter(isShown).map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className={`graph-line graph-${kind}`} d="M0 8h28" />
          </svg>
          {t(`graph.kinds.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** What it belongs to, and what that belongs to. */
function Nested({ locale, graph, id }: { locale: Locale; graph: Graph; id: string }) {
  const paths = nestings(graph, id);
  if (paths.length === 0) return null;
  const t = translator(locale, "networks");
  const nameOf = new Map(graph.nodes.map(({ id: one, acronym, name }) => [one, acronym ?? name]));
  return (
    <>
      <h3 className="mt-3">{t("graph.nested")}</h3>
      <List items={paths.map((path) => path.map((one) => nameOf.get(one)).join(" → "))} />
    </>
  );
}

function RelationTable({ locale, graph: { nodes, relations }, withZones }: { locale: Locale; graph: Graph<CitedRelation>; withZones: boolean }) {
  const t = translator(locale, "networks");
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const roleOf = nounFieldLabels(locale, "body");
  const link = (id: string) => {
    const node = nodeOf.get(id)!;
    return (
      <a href={focusPath(locale, node, withZones)} lang={locale === "fr" ? undefined : "fr"}>
        {node.name}
      </a>
    );
  };
  const kindOf = ({ kind, role }: CitedRelation) => (role ? t("graph.role", { kind: t(`graph.kinds.${kind}`), role: roleOf(role) }) : t(`graph.kinds.${kind}`));
  return (
    <Table
      className="mt-2"
      rows={relations}
      keyOf={(relation) => `${relation.from} ${relation.kind} ${relation.role ?? ""} ${relation.to}`}
      columns={[
        { head: t("graph.from"), cell: ({ from }) => link(from) },
        { head: t("graph.kind"), cell: kindOf },
        { head: t("graph.to"), cell: ({ to }) => link(to) },
        {
          head: t("graph.source"),
          cell: ({ from, citations }) =>
            citations.length === 0 ? (
              <a href={localPath(locale, `/organisations/${nodeOf.get(from)!.slug}`)}>{t("graph.profileSays")}</a>
            ) : (
              <List
                items={citations.map((citation) => (
                  <PlaceLink key={citation.anchor} locale={locale} source={citation.source} anchor={citation.anchor}>
                    {placeInSource(locale, citation) || citation.sourceTitle}
                  </PlaceLink>
                ))}
              />
            ),
        },
      ]}
    />
  );
}
