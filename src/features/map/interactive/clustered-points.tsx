"use client";

import { useMemo, useState } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import type { Locale } from "@/i18n/locales";
import { clusters } from "./clusters";
import { PlaceMarker } from "./place-marker";
import type { InteractivePlace } from "./places";
import type { InteractiveTexts } from "./texts";

type Props = { locale: Locale; texts: InteractiveTexts; search: string; places: InteractivePlace[] };

/** Two discs of this width, in pixels, would cover each other. */
const REACH = 34;

/** The places, joined where the present zoom cannot show them apart. */
export function ClusteredPoints({ places, ...props }: Props) {
  const map = useMap();
  const [zoom, setZoom] = useState(() => map.getZoom());
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const groups = useMemo(() => {
    const points = places.flatMap((place) => (place.position ? [{ ...pixel(map.project(place.position, zoom)), item: place }] : []));
    return clusters(points, REACH);
  }, [map, places, zoom]);
  return groups.map(({ items }) => <PlaceMarker key={items.map(({ code }) => code).join(" ")} {...props} places={items} position={items[0]!.position!} />);
}

const pixel = ({ x, y }: { x: number; y: number }) => ({ x, y });
