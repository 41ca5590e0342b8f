import type { MapArea } from "./marks";
import world from "./world.json";

type Props = { label: string; areas: readonly MapArea[] };

/** The countries from the Gulf of Guinea to the North Sea, drawn on the server. */
export function WorldMap({ label, areas }: Props) {
  const areaOf = new Map(areas.map((area) => [area.code, area]));
  return (
    <svg className="map map-world" viewBox={`0 0 ${world.width} ${world.height}`} role="group" aria-label={label}>
      <path className="map-land" d={world.land} />
      {world.countries.map(({ code, path, x, y }) => {
        const area = areaOf.get(code);
        if (!area) return <path key={code} className="map-land" d={path} />;
        return (
          <a key={code} href={area.href}>
            <title>{area.title}</title>
            <path className={`map-area tone-${area.tone}`} d={path} />
            <text className="map-number" x={x} y={y + 4} aria-hidden="true">
              {area.mark}
            </text>
          </a>
        );
      })}
    </svg>
  );
}

/** Whether this picture reaches a country. */
export const isOnWorldMap = (code: string): boolean => world.countries.some((country) => country.code === code);
