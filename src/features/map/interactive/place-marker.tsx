"use client";

import { DivIcon, latLngBounds, type Marker as LeafletMarker } from "leaflet";
import { useCallback, useMemo, useRef } from "react";
import { Marker, Popup, useMap } from "react-leaflet";
import type { Locale } from "@/i18n/locales";
import { together } from "./clusters";
import { PlaceList } from "./place-list";
import type { InteractivePlace } from "./places";
import { sayNumber, sayPlace } from "./say-place";
import type { InteractiveTexts } from "./texts";

type Props = {
  locale: Locale;
  texts: InteractiveTexts;
  search: string;
  /** One place, or those that stand together at this zoom. */
  places: InteractivePlace[];
  position: { lat: number; lng: number };
};

/** A number that can be reached by keyboard, says its place and opens its organisations. */
export function PlaceMarker({ locale, texts, search, places, position }: Props) {
  const map = useMap();
  const marker = useRef<LeafletMarker>(null);
  const grown = useCallback(() => marker.current?.getPopup()?.update(), []);
  const { count, exact } = together(places);
  const names = places.map(({ name }) => name).join(", ");
  const title = sayPlace(texts, names, count, exact);
  const kind = places[0]!.kind;
  const icon = useMemo(() => {
    const face = document.createElement("span");
    face.className = `map-badge map-badge-${places.length > 1 ? "cluster" : kind}`;
    const number = document.createElement("span");
    number.setAttribute("aria-hidden", "true");
    number.textContent = `${exact ? "" : "≤ "}${sayNumber(texts, count)}`;
    const words = document.createElement("span");
    words.className = "sr-only";
    words.textContent = title;
    face.append(number, words);
    return new DivIcon({ html: face, className: "map-badge-box", iconSize: [32, 32] });
  }, [count, exact, kind, places.length, texts, title]);

  const spread = latLngBounds(places.flatMap((place) => (place.position ? [place.position] : [])));
  const canSpread = places.length > 1 && !spread.getSouthWest().equals(spread.getNorthEast()) && map.getZoom() < map.getMaxZoom();
  if (canSpread) {
    const zoomIn = () => map.fitBounds(spread, { padding: [48, 48], maxZoom: map.getMaxZoom() });
    return <Marker position={position} icon={icon} title={title} eventHandlers={{ click: zoomIn }} />;
  }
  return (
    <Marker
      ref={marker}
      position={position}
      icon={icon}
      title={title}
      eventHandlers={{
        // The list takes the focus when it is first drawn; it stays drawn while the popup is closed.
        popupopen: ({ popup }) => popup.getElement()?.querySelector<HTMLElement>(".map-popup-title")?.focus({ preventScroll: true }),
        popupclose: () => {
          // The reader goes on from where the popup was opened, unless already elsewhere.
          const focused = document.activeElement;
          if (!focused || focused === document.body || focused.closest(".leaflet-popup")) marker.current?.getElement()?.focus();
        },
      }}
    >
      <Popup maxWidth={Math.min(300, map.getSize().x - 90)} minWidth={200}>
        {places.map((place, index) => (
          <PlaceList key={place.code} locale={locale} texts={texts} search={search} place={place} focused={index === 0} onGrown={grown} />
        ))}
      </Popup>
    </Marker>
  );
}
