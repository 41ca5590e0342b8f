import type { Graph, RelationNode } from "@/domain/relation";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { layout } from "./layout";

const WIDTH = 1040;
/** With more, only those with several relations are named on the drawing; each has its name as its title. */
const ALL_NAMED = 120;
const SEVERAL = 3;
const LONGEST_NAME = 20;

const clipped = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name);

/** The address of what is around a thing; a zone has a page of its own. */
export const focusPath = (locale: Locale, { what, slug, id }: RelationNode, withZones: boolean): string =>
  localPath(locale, what === "zone" ? `/zones/${slug}` : `/reseaux?focus=${encodeURIComponent(id)}${withZones ? "&zones=1" : ""}`);

type Props = { locale: Locale; graph: Graph; focus: string | null; withZones: boolean };

/** Relations as lines between things, drawn on the server; each thing leads to what is around it. */
export function RelationGraph({ locale, graph: { nodes, relations }, focus, withZones }: Props) {
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const pairs = relations.map(({ from, to }) => [placeOf.get(from)!, placeOf.get(to)!] as const);
  const degree = new Uint32Array(nodes.length);
  for (const [a, b] of pairs) {
    degree[a]!++;
    degree[b]!++;
  }
  const { points, width, height } = layout(nodes.length, pairs, WIDTH);
  const isNamed = ({ id, what }: RelationNode, place: number) =>
    nodes.length <= ALL_NAMED || id === focus || what !== "organisation" || degree[place]! >= SEVERAL;
  return (
    <svg
      className="graph"
      viewBox={`0 0 ${Math.max(width, 320)} ${height}`}
      role="group"
      aria-label={translator(locale, "networks")("graph.label", { nodes: nodes.length, relations: relations.length })}
    >
      {relations.map(({ kind }, index) => {
        const [a, b] = pairs[index]!.map((place) => points[place]!);
        return <path key={index} className={`graph-line graph-${kind}`} d={`M${a!.x} ${a!.y}L${b!.x} ${b!.y}`} />;
      })}
      {nodes.map((node, place) => {
        const { x, y } = points[place]!;
        const radius = Math.round(5 + Math.min(9, 2 * Math.sqrt(degree[place]!)));
        return (
          <a key={node.id} href={focusPath(locale, node, withZones)} className={node.id === focus ? "graph-focus" : undefined}>
            <title>{node.name}</title>
            <Mark what={node.what} x={x} y={y} radius={radius} />
            {isNamed(node, place) ? (
              <text x={x} y={y + radius + 12} aria-hidden="true">
                {node.acronym ?? clipped(node.name)}
              </text>
            ) : null}
          </a>
        );
      })}
    </svg>
  );
}

/** What stands for a thing: a disc, or a square for what is no organisation. */
export function Mark({ what, x, y, radius }: { what: RelationNode["what"]; x: number; y: number; radius: number }) {
  const mark = `graph-mark graph-${what}`;
  if (what === "organisation" || what === "network") return <circle className={mark} cx={x} cy={y} r={radius} />;
  return <rect className={mark} x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />;
}
