import type { Graph, RelationNode } from "@/domain/relation";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { layout, type Room } from "./layout";

const WIDTH = 1040;
/** Around one thing the drawing is as narrow as a phone, so that its names are read there; it is shown larger where there is room. */
const PHONE = 330;
const PHONE_NODES = 30;
const LARGER = 1.35;
/** With more, only those with several relations are named on the drawing; each has its name as its title. */
const ALL_NAMED = 120;
const SEVERAL = 3;
/** A line of a name: its most characters, its height, and what a small and a capital letter take at most, in units of the drawing. */
const LINE = { characters: 17, height: 12, small: 6.4, capital: 8.4 };
const LINES = 3;

/** A name in lines, cut where it is longer than they are. */
function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= LINE.characters) lines[lines.length - 1] = longer;
    else lines.push(word.length > LINE.characters ? `${word.slice(0, LINE.characters - 1)}…` : word);
  }
  return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]} …`] : lines;
}

const radiusOf = (relations: number): number => Math.round(5 + Math.min(9, 2 * Math.sqrt(relations)));

const widthOf = (line: string): number => [...line].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? LINE.small : LINE.capital), 0);

/** What a mark takes with its name beneath it. */
const roomOf = (radius: number, lines: readonly string[]): Room => ({
  half: Math.max(radius + 1, ...lines.map((line) => widthOf(line) / 2)),
  above: radius + 2,
  below: radius + (lines.length > 0 ? 3 + lines.length * LINE.height : 2),
});

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
  const isNamed = ({ id, what }: RelationNode, place: number) =>
    nodes.length <= ALL_NAMED || id === focus || what !== "organisation" || degree[place]! >= SEVERAL;
  const radii = [...degree].map(radiusOf);
  const names = nodes.map((node, place) => (isNamed(node, place) ? linesOf(node.acronym ?? node.name) : []));
  const isSmall = focus !== null && nodes.length <= PHONE_NODES;
  const rooms = nodes.map((_, place) => roomOf(radii[place]!, names[place]!));
  const { points, width, height } = layout(rooms, pairs, isSmall ? PHONE : WIDTH);
  return (
    <svg
      className="graph"
      viewBox={`0 0 ${width} ${height}`}
      width={Math.round(width * (isSmall ? LARGER : 1))}
      role="group"
      aria-label={translator(locale, "networks")("graph.label", { nodes: nodes.length, relations: relations.length })}
    >
      {relations.map(({ kind }, index) => {
        const [a, b] = pairs[index]!.map((place) => points[place]!);
        return <path key={index} className={`graph-line graph-${kind}`} d={`M${a!.x} ${a!.y}L${b!.x} ${b!.y}`} />;
      })}
      {nodes.map((node, place) => {
        const { x, y } = points[place]!;
        const radius = radii[place]!;
        return (
          <a key={node.id} href={focusPath(locale, node, withZones)} className={node.id === focus ? "graph-focus" : undefined}>
            <title>{node.name}</title>
            <Mark what={node.what} x={x} y={y} radius={radius} />
            {names[place]!.length > 0 ? (
              <text aria-hidden="true">
                {names[place]!.map((line, at) => (
                  <tspan key={at} x={x} y={y + radius + (at + 1) * LINE.height}>
                    {line}
                  </tspan>
                ))}
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
