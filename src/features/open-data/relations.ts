import "server-only";
import { loadRelations, type Relations } from "@/data/network/load-relations";
import { nameProblems, parametersOf } from "@/domain/filters";
import type { CitedRelation, RelationNode } from "@/domain/relation";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer } from "@/lib/http/answers";
import { publicOrigin } from "@/lib/http/origin";
import { xmlText } from "@/lib/xml";
import { answered } from "./answered";
import { LANGUAGE, languageAsked } from "./language";
import { refusal } from "./list";

const KNOWN = ["focus", "zones", LANGUAGE];

/** Reads what is asked, and makes a file of all of it. */
function relationsAnswer(request: Request, make: (locale: Locale, relations: Relations, notes: [string, string][]) => Response): Promise<Response> {
  return answered(request, async (spoken) => {
    const { searchParams } = new URL(request.url);
    const parameters = parametersOf(searchParams);
    const language = languageAsked(parameters, spoken);
    const problems = [...nameProblems(parameters, KNOWN), ...(language.ok ? [] : language.problems)];
    if (problems.length > 0 || !language.ok) return refusal(spoken, problems);
    const found = await loadRelations(parameters, Infinity);
    if (!found.ok) return refusal(language.locale, found.problems);
    const { locale } = language;
    const t = translator(locale, "files");
    searchParams.delete(LANGUAGE);
    const sources = new Set(found.graph.relations.flatMap(({ citations }) => citations.map(({ sourceTitle }) => sourceTitle)));
    return make(locale, found, [
      [t("warning"), translator(locale, "networks")("graph.warning")],
      [t("date"), formatDate(locale, new Date().toISOString())],
      [t("filters"), searchParams.toString() || t("noFilter")],
      [t("sources"), [...sources].join(t("separator"))],
      [t("licence"), t("licenceText")],
      [t("address"), publicOrigin() + localPath(locale, `/reseaux${searchParams.size > 0 ? `?${searchParams}` : ""}`)],
    ]);
  });
}

const HEAD = ["from", "from_name", "relation", "role", "to", "to_name", "to_kind", "source", "source_title", "table", "line_start", "line_end"];

/** `GET /api/v1/relations.csv`: a line for each place that says a relation; after an empty line, what must be known. */
export function relationsCsvAnswer(request: Request): Promise<Response> {
  return relationsAnswer(request, (_, { graph: { nodes, relations } }, notes) => {
    const nodeOf = new Map(nodes.map((node) => [node.id, node]));
    const lineOf = ({ from, to, kind, role }: CitedRelation) => [from, nodeOf.get(from)!.name, kind, role, to, nodeOf.get(to)!.name, nodeOf.get(to)!.what];
    const lines = relations.flatMap((relation) => {
      const places = relation.citations.map(({ source, sourceTitle, table, lineStart, lineEnd }) => [source, sourceTitle, table, lineStart, lineEnd]);
      return (places.length > 0 ? places : [[null, null, null, null, null]]).map((place) => [...lineOf(relation), ...place]);
    });
    return fileAnswer(BYTE_ORDER_MARK + csvLines([HEAD, ...lines, [], ...notes]), "text/csv; charset=utf-8", "relations.csv");
  });
}

/** `GET /api/v1/relations.gexf`: the same as a graph, for Gephi and others (GEXF 1.3). */
export function relationsGexfAnswer(request: Request): Promise<Response> {
  return relationsAnswer(request, (locale, { graph: { nodes, relations } }, notes) => {
    const x = (text: string) => xmlText(text);
    const node = ({ id, name, what, acronym }: RelationNode) =>
      `<node id="${x(id)}" label="${x(acronym ?? name)}"><attvalues><attvalue for="0" value="${what}"/><attvalue for="1" value="${x(name)}"/></attvalues></node>`;
    const edge = ({ from, to, kind, role, citations }: CitedRelation, index: number) => {
      const said = citations.map(({ sourceTitle, table, lineStart }) => [sourceTitle, table, lineStart].filter((part) => part !== null).join(", ")).join(" ; ");
      return `<edge id="${index}" source="${x(from)}" target="${x(to)}" kind="${kind}"><attvalues><attvalue for="0" value="${kind}"/><attvalue for="1" value="${x(role ?? "")}"/><attvalue for="2" value="${x(said)}"/></attvalues></edge>`;
    };
    const attributes = (of: string, names: string[]) =>
      `<attributes class="${of}">${names.map((name, id) => `<attribute id="${id}" title="${name}" type="string"/>`).join("")}</attributes>`;
    const description = notes.map(([name, text]) => translator(locale, "files")("pair", { name, text })).join("\n");
    const body = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
      `<meta lastmodifieddate="${new Date().toISOString().slice(0, 10)}"><creator>${x(translator(locale, "site")("name"))}</creator><description>${x(description)}</description></meta>`,
      '<graph defaultedgetype="directed" mode="static">',
      attributes("node", ["what", "name"]),
      attributes("edge", ["relation", "role", "sources"]),
      `<nodes>${nodes.map(node).join("\n")}</nodes>`,
      `<edges>${relations.map(edge).join("\n")}</edges>`,
      "</graph></gexf>",
    ].join("\n");
    return fileAnswer(body, "application/gexf+xml; charset=utf-8", "relations.gexf");
  });
}
