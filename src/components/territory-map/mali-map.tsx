import type { ReactNode } from "react";
import type { PublishedLimits } from "@/domain/published/limits";
import type { Locale } from "@/i18n/locales";
import { countryName } from "@/i18n/filter-value";
import { creditOf, drawingOf } from "./drawing";
import { boxesOf, placeLabels, visiblePoints, type Disc, type LabelGround, type PlacedLabel } from "./labels";
import mali from "./mali.json";
import type { MapArea, MapPoint } from "./marks";
import { project } from "./projection";

/** Where the names of the neighbours stand, in degrees. */
const NEIGHBOURS = [
  { code: "MR", lat: 19.4, lng: -9.4 },
  { code: "DZ", lat: 24.2, lng: 2.6 },
  { code: "NE", lat: 14.2, lng: 3.1 },
  { code: "BF", lat: 12.3, lng: -1.3 },
  { code: "CI", lat: 9.35, lng: -6 },
  { code: "GN", lat: 11.1, lng: -11 },
  { code: "SN", lat: 13.1, lng: -13.2 },
];

/** A territory without an outline, or smaller than its number, is a disc of this radius. */
const DISC = 16;
const TOO_SMALL = ["ML-BKO"];

type Shown = {
  locale: Locale;
  /** What was imported and holds today: it is drawn instead of the built-in limits. */
  limits: readonly PublishedLimits[];
  areas: readonly MapArea[];
  points: readonly MapPoint[];
};

type Props = Shown & { label: string };

/** Of the drawing, in its own units. */
export const MAP_SIZE = { width: mali.width, height: mali.height };

type LinkedProps = { href?: string; title: string; className?: string; current?: boolean; children: ReactNode };

function Linked({ href, title, className, current, children }: LinkedProps) {
  const content = (
    <>
      <title>{title}</title>
      {children}
    </>
  );
  return href ? (
    <a href={href} className={className} aria-current={current || undefined}>
      {content}
    </a>
  ) : (
    <g className={className}>{content}</g>
  );
}

type Shapes = ReturnType<typeof drawingOf>["shapes"];

/** Where a territory's number stands; null when neither an outline nor a position says it. */
function groundOf(shapes: Shapes, { code, position }: MapArea): LabelGround | null {
  const places = shapes.get(code)?.places;
  if (places && !TOO_SMALL.includes(code)) return { places };
  const [x = 0, y = 0] = places?.[0] ?? [];
  if (places) return { disc: { x, y, radius: DISC } };
  return position ? { disc: { ...pixels(position), radius: DISC } } : null;
}

/**
 * Mali and the limits of its regions and cercles, drawn on the server. A territory without limits here comes as a disc; without a
 * position it is not drawn. Names, numbers and points do not cover each other: a point that would is left to the list beside the map.
 */
export function MaliShapes({ locale, limits, areas, points }: Shown) {
  const { shapes, outline, inner } = drawingOf(limits);
  const outlined = areas.filter(({ code }) => shapes.has(code) && !TOO_SMALL.includes(code));
  const labelled = areas.flatMap((area) => {
    const ground = groundOf(shapes, area);
    return ground && (area.mark || area.name) ? [{ label: area, ground }] : [];
  });
  const discs = points.map((point) => ({ ...point, ...pixels(point.position) })).sort((a, b) => b.radius - a.radius);
  const places = placeLabels(labelled, discs);
  const boxes = labelled.map(({ label: area, ground }) => boxesOf(area, places.get(area.code)!, ground));
  const shown = visiblePoints(discs, { phone: boxes.flatMap(({ phone }) => phone), wide: boxes.flatMap(({ wide }) => wide) });
  return (
    <>
      <defs>
        <pattern id="map-none" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="map-hatch" d="M0 0v8" />
        </pattern>
      </defs>
      <path className="map-borders" d={mali.borders} />
      <g className="map-neighbours" aria-hidden="true">
        {NEIGHBOURS.map(({ code, ...position }) => (
          <text key={code} {...pixels(position)}>
            {countryName(locale, code)}
          </text>
        ))}
      </g>
      {outlined.map(({ code, title, tone, href, current }) => (
        <Linked key={code} href={href} title={title} current={current}>
          <path className={`map-area tone-${tone}`} d={shapes.get(code)!.path} />
        </Linked>
      ))}
      {inner ? <path className="map-inner" d={inner} /> : null}
      <path className="map-outline" d={outline} />
      {labelled.map(({ label: area, ground }) => (
        <AreaLabel key={area.code} area={area} path={shapes.get(area.code)?.path} at={places.get(area.code)!} disc={"disc" in ground ? ground.disc : null} />
      ))}
      {shown.map(({ point: { code, name, x, y, mark, title, radius, tone, href }, onPhone }) => (
        <Linked key={code} href={href} title={title} className={onPhone ? undefined : "map-wide"}>
          <circle className={`map-point tone-${tone}`} cx={x} cy={y} r={radius} />
          <text className="map-point-number" x={x} y={y + 4} aria-hidden="true">
            {mark}
          </text>
          <text className="map-point-name" x={x} y={y - radius - 3} aria-hidden="true">
            {name}
          </text>
        </Linked>
      ))}
    </>
  );
}

/** The same on a page, with who drew it. */
export function MaliMap({ label, ...shown }: Props) {
  const linked = shown.areas.some(({ href }) => href) || shown.points.some(({ href }) => href);
  return (
    <>
      <svg className="map" viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`} role={linked ? "group" : "img"} aria-label={label}>
        <MaliShapes {...shown} />
      </svg>
      <p className="map-credit">{creditOf(shown.locale, shown.limits)}</p>
    </>
  );
}

/** The number and the name of a territory; a disc is the territory itself, with its link. */
function AreaLabel({ area, path, at: { x, y, side }, disc }: { area: MapArea; path?: string; at: PlacedLabel; disc: Disc | null }) {
  const { name, mark, title, tone, href, current } = area;
  if (!disc) {
    return (
      <g aria-hidden="true">
        <text className="map-number" x={x} y={y}>
          {mark}
        </text>
        <text className="map-name" x={x} y={y} dy={mark ? "1.05em" : ".35em"}>
          {name}
        </text>
      </g>
    );
  }
  const gap = disc.radius + 4;
  const { anchor, ...beside } = {
    below: { x, y: y + disc.radius, dy: "1em", anchor: "middle" },
    above: { x, y: y - gap, anchor: "middle" },
    left: { x: x - gap, y, dy: ".35em", anchor: "end" },
    right: { x: x + gap, y, dy: ".35em", anchor: "start" },
  }[side ?? "below"] as { x: number; y: number; dy?: string; anchor: "middle" | "end" | "start" };
  return (
    <Linked href={href} title={title} current={current}>
      {path ? <path className={`map-area tone-${tone}`} d={path} /> : null}
      <circle className={path ? `map-area tone-${tone}` : `map-area map-apart tone-${tone}`} cx={x} cy={y} r={disc.radius} />
      <text className="map-number map-number-disc" x={x} y={y} dy=".35em" aria-hidden="true">
        {mark}
      </text>
      <text className="map-name" {...beside} style={{ textAnchor: anchor }} aria-hidden="true">
        {name}
      </text>
    </Linked>
  );
}

function pixels(position: { lat: number; lng: number }) {
  const { x, y } = project(mali.projection, position);
  return { x: Math.round(x), y: Math.round(y) };
}
