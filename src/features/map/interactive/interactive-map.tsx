"use client";

import "leaflet/dist/leaflet.css";
import "./interactive.css";
import type { FeatureCollection } from "geojson";
import type { Map as LeafletMap } from "leaflet";
import { useEffect, useMemo, useRef, useState } from "react";
import { AttributionControl, GeoJSON, MapContainer, ZoomControl } from "react-leaflet";
import type { Locale } from "@/i18n/locales";
import { classesFor, toneOf } from "../classes";
import { ClusteredPoints } from "./clustered-points";
import type { InteractivePlace } from "./places";
import { PlaceMarker } from "./place-marker";
import type { InteractiveTexts } from "./texts";

export type InteractiveMapProps = {
  locale: Locale;
  texts: InteractiveTexts;
  zones: InteractivePlace[];
  search: string;
  onFailure: () => void;
};

/** What the geometry generator writes on each shape; `at` is longitude, latitude. */
type ShapeProperties = { code: string; at: [number, number] };
type Shapes = FeatureCollection<GeoJSON.Geometry, ShapeProperties>;

/** South-west and north-east corners of what is first seen, in degrees. */
const FIRST_VIEW: [[number, number], [number, number]] = [
  [9.8, -12.6],
  [18.6, 4.6],
];

async function fetchShapes(path: string, signal: AbortSignal): Promise<Shapes> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json() as Promise<Shapes>;
}

/** Regions and countries by number of organisations, places as points that join when they meet. No tiles, no other host. */
export function InteractiveMap({ locale, texts, zones, search, onFailure }: InteractiveMapProps) {
  const [shapes, setShapes] = useState<{ regions: Shapes; countries: Shapes } | null>(null);
  const map = useRef<LeafletMap>(null);
  const failed = useRef(onFailure);

  useEffect(() => {
    const abort = new AbortController();
    Promise.all([fetchShapes("/geo/regions.json", abort.signal), fetchShapes("/geo/countries.json", abort.signal)])
      .then(([regions, countries]) => setShapes({ regions, countries }))
      .catch(() => {
        if (!abort.signal.aborted) failed.current();
      });
    return () => abort.abort();
  }, []);

  const points = useMemo(() => zones.filter((zone) => zone.position !== null), [zones]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const layer = (kind: "region" | "country", collection: Shapes) => {
    const places = zones.filter((zone) => zone.kind === kind);
    const classes = classesFor(Math.max(0, ...places.map(({ count }) => count)));
    const placeOf = new Map(places.map((place) => [place.code, place]));
    return (
      <GeoJSON
        data={collection}
        interactive={false}
        attribution={texts.attribution}
        style={(feature) => {
          const place = placeOf.get((feature?.properties as ShapeProperties).code);
          const tone = place ? toneOf(place.count, classes) : "outside";
          return { className: `map-area tone-${tone}`, fillOpacity: 1, weight: 1 };
        }}
      />
    );
  };
  const markers = (collection: Shapes) =>
    collection.features.flatMap(({ properties: { code, at } }) => {
      const place = zones.find((zone) => zone.kind !== "point" && zone.code === code);
      const position = { lat: at[1], lng: at[0] };
      return place ? [<PlaceMarker key={code} locale={locale} texts={texts} search={search} places={[place]} position={position} />] : [];
    });

  return (
    <section
      className="interactive-map"
      aria-label={texts.label}
      aria-busy={shapes === null}
      onKeyDown={(event) => {
        if (event.key === "Escape") map.current?.closePopup();
      }}
    >
      <MapContainer
        ref={map}
        bounds={FIRST_VIEW}
        minZoom={3}
        maxZoom={9}
        zoomSnap={0.5}
        scrollWheelZoom={false}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={!still}
        fadeAnimation={!still}
        inertia={!still}
      >
        <ZoomControl position="bottomleft" zoomInTitle={texts.zoomIn} zoomOutTitle={texts.zoomOut} />
        <AttributionControl prefix={false} position="bottomright" />
        {shapes ? (
          <>
            {layer("country", shapes.countries)}
            {layer("region", shapes.regions)}
            {/* In the order of the tab key: near before far. */}
            {markers(shapes.regions)}
            <ClusteredPoints locale={locale} texts={texts} search={search} places={points} />
            {markers(shapes.countries)}
          </>
        ) : null}
      </MapContainer>
    </section>
  );
}
