import type { ReactNode } from "react";
import type { Locale } from "@/i18n/locales";
import { countryName } from "@/i18n/filter-value";
import mali from "./mali.json";
import type { MapArea, MapPoint } from "./marks";
import { project } from "./projection";

/** Where the names of the neighbours stand, in degrees. */
const NEIGHBOURS = [
  { code: "MR", lat: 19.4, lng: -9.6 },
  { code: "DZ", lat: 23.9, lng: 1.3 },
  { code: "NE", lat: 14.3, lng: 3.9 },
  { code: "BF", lat: 12.3, lng: -1.3 },
  { code: "CI", lat: 9.85, lng: -6.3 },
  { code: "GN", lat: 11.2, lng: -11.2 },
  { code: "SN", lat: 12.8, lng: -12.75 },
];

type Props = { locale: Locale; label: string; areas: readonly MapArea[]; points: readonly MapPoint[] };

function Linked({ href, title, children }: { href?: string; title: string; children: ReactNode }) {
  return href ? (
    <a href={href}>
      <title>{title}</title>
      {children}
    </a>
  ) : (
    <g>
      <title>{title}</title>
      {children}
    </g>
  );
}

/**
 * Mali and its regions, drawn on the server. Regions without a shape here (those made after 2012)
 * come as points; a point without coordinates cannot be given.
 */
export function MaliMap({ locale, label, areas, points }: Props) {
  const linked = areas.some(({ href }) => href) || points.some(({ href }) => href);
  const shapes = new Map(mali.regions.map((region) => [region.code, region]));
  // Bamako is smaller than the number it carries: its shape is drawn, and a disc on it.
  const drawn = areas.filter(({ code }) => shapes.has(code)).sort((a, b) => Number(a.code === "ML-BKO") - Number(b.code === "ML-BKO"));
  return (
    <svg className="map" viewBox={`0 0 ${mali.width} ${mali.height}`} role={linked ? "group" : "img"} aria-label={label}>
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
      {drawn.map(({ code, name, mark, title, tone, href }) => {
        const shape = shapes.get(code)!;
        return (
          <Linked key={code} href={href} title={title}>
            <path className={`map-area tone-${tone}`} d={shape.path} />
            {code === "ML-BKO" ? <circle className={`map-area tone-${tone}`} cx={shape.x} cy={shape.y} r="15" /> : null}
            <text className="map-number" x={shape.x} y={shape.y} aria-hidden="true">
              {mark}
            </text>
            <text className="map-name" x={shape.x} y={shape.y + 15} aria-hidden="true">
              {name}
            </text>
          </Linked>
        );
      })}
      {points.map(({ code, name, position, mark, title, radius, tone, href }) => {
        const { x, y } = pixels(position);
        return (
          <Linked key={code} href={href} title={title}>
            <circle className={`map-point tone-${tone}`} cx={x} cy={y} r={radius} />
            <text className="map-point-number" x={x} y={y + 4} aria-hidden="true">
              {mark}
            </text>
            <text className="map-point-name" x={x} y={y - radius - 3} aria-hidden="true">
              {name}
            </text>
          </Linked>
        );
      })}
    </svg>
  );
}

function pixels(position: { lat: number; lng: number }) {
  const { x, y } = project(mali.projection, position);
  return { x: Math.round(x), y: Math.round(y) };
}
