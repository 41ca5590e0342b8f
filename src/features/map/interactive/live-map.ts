import { DivIcon, geoJSON, latLngBounds, layerGroup, map as leafletMap, marker as leafletMarker, point, svg, type LatLngBounds } from "leaflet";
import type { Locale } from "@/i18n/locales";
import { classesFor, toneOf } from "@/components/territory-map/classes";
import type { View } from "./address";
import { nearest, towards } from "./arrange";
import { Arrangement, LIMITS_ZOOM, type Mark, type Name } from "./marks";
import { markElement, nameElement, rulerOf } from "./mark-element";
import type { InteractivePlace } from "./places";
import { drawnLimits, type FetchedLimits } from "./limits";
import { lines, polygons, region, regionSpots, shapes } from "./shapes";
import type { InteractiveTexts } from "./texts";

const MIN_ZOOM = 3;
const MAX_ZOOM = 9;

type Options = {
  locale: Locale;
  texts: InteractiveTexts;
  zones: readonly InteractivePlace[];
  /** What was imported, and is drawn instead of the built-in limits. */
  limits: FetchedLimits;
  /** Where to look first; null for all that is counted. */
  view: View | null;
  onMoved: (view: View, canZoom: { in: boolean; out: boolean }) => void;
  onOpen: (places: readonly InteractivePlace[], canApproach: boolean) => void;
};

/** What the controls around the map may ask of it. */
export type LiveMap = {
  show: (view: View) => void;
  home: () => void;
  zoom: (by: number) => void;
  /** Looks at some places as near as they all fit. */
  approach: (places: readonly InteractivePlace[]) => void;
  canApproach: (places: readonly InteractivePlace[]) => boolean;
  /** Marks the place whose list is open, and moves it out from under the list, which covers so many pixels at the right. */
  choose: (place: InteractivePlace | null, covered: number) => void;
  /** Puts the focus on the number of a place. */
  focus: (place: InteractivePlace) => void;
  remove: () => void;
};

/** Draws the map into an element and keeps it. Numbers and names are arranged anew at each zoom. */
export function drawLiveMap(element: HTMLElement, { locale, texts, zones, limits: imported, view, onMoved, onOpen }: Options): LiveMap {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { frame } = shapes;
  const map = leafletMap(element, {
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.25,
    zoomDelta: 1,
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    // Wider than what is drawn, so that a wide screen can look at its edge as a narrow one does.
    maxBounds: latLngBounds([frame.south, frame.west], [frame.north, frame.east]).pad(0.5),
    // What lies just outside of the frame is drawn too: a drag does not uncover a blank.
    renderer: svg({ padding: 0.75 }),
  });
  const regionNames = zones.filter(({ kind }) => kind === "region");
  const classes = classesFor(Math.max(0, ...regionNames.map(({ count }) => count)));
  const placeOf = new Map(zones.map((place) => [place.code, place]));
  const { regions, outline, limits: between, cercles } = drawnLimits(imported);
  const spots = regionSpots(regions);
  const ruler = rulerOf(element);
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  const home = latLngBounds(outline.flat().map(([lng, lat]): [number, number] => [lat!, lng!]));
  const extents = new Map<string, LatLngBounds>();

  const quiet = { interactive: false };
  geoJSON(polygons(shapes.land), { ...quiet, style: { className: "live-land" } }).addTo(map);
  geoJSON(lines(shapes.borders), { ...quiet, style: { className: "live-borders" } }).addTo(map);
  for (const { code, ...shape } of regions) {
    const place = placeOf.get(code);
    const layer = geoJSON(region(shape), {
      style: { className: `map-area tone-${place ? toneOf(place.count, classes) : "outside"}` },
      interactive: place !== undefined,
    });
    extents.set(code, layer.getBounds());
    if (place) layer.on("click", () => open(marks.find(({ items }) => items.includes(place))?.items ?? [place]));
    layer.addTo(map);
  }
  const limits = geoJSON(lines(between), { ...quiet, style: { className: "live-limits" } });
  geoJSON(lines(outline), { ...quiet, style: { className: "live-outline" } }).addTo(map);
  const drawn = layerGroup().addTo(map);
  const pane = map.getPane("markerPane")!;
  pane.setAttribute("role", "group");
  pane.setAttribute("aria-label", texts.places);

  let marks: Mark[] = [];
  let chosen: InteractivePlace | null = null;
  const buttons = new Map<Mark, HTMLButtonElement>();
  const latLng = ({ x, y }: { x: number; y: number }) => map.unproject([x, y], map.getZoom());
  const markOf = (place: InteractivePlace | null) => marks.find(({ items }) => place !== null && items.includes(place)) ?? null;
  const focused = () => marks.find((mark) => buttons.get(mark) === document.activeElement) ?? null;

  /** One press of the tab key enters the numbers and one leaves them; arrows lead from one to the next. */
  const makeCurrent = (mark: Mark) => buttons.forEach((button, other) => (button.tabIndex = other === mark ? 0 : -1));
  const goTo = (mark: Mark) => {
    makeCurrent(mark);
    map.panInside(latLng(mark), { padding: [48, 48], animate: !still });
    buttons.get(mark)?.focus({ preventScroll: true });
  };
  const onKey = (event: KeyboardEvent) => {
    const from = focused();
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = { "+": 1, "=": 1, "-": -1 }[event.key];
    const next = towards(marks, from, event.key);
    if (zoom) map.setZoom(map.getZoom() + zoom);
    else if (next) goTo(next);
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  };
  pane.addEventListener("keydown", onKey);

  const addName = (name: Name) =>
    leafletMarker(name.at, {
      icon: new DivIcon({ html: nameElement(name), className: "live-label", iconSize: [0, 0] }),
      ...quiet,
      keyboard: false,
      pane: "live-names",
    }).addTo(drawn);
  map.createPane("live-names").setAttribute("aria-hidden", "true");

  const arrange = () => {
    const held = focused()?.items[0] ?? null;
    const arrangement = new Arrangement(map, map.getZoom(), ruler, texts);
    drawn.clearLayers();
    buttons.clear();
    marks = arrangement.marks(zones, spots);
    for (const mark of marks) {
      const button = markElement(mark, texts, chosen !== null && mark.items.includes(chosen));
      buttons.set(mark, button);
      // Leaflet tells a click from the end of a drag.
      leafletMarker(latLng(mark), { icon: new DivIcon({ html: button, className: "live-label", iconSize: [0, 0] }), keyboard: false })
        .on("click", () => {
          makeCurrent(mark);
          open(mark.items);
        })
        .addTo(drawn);
    }
    arrangement.names(marks, (code) => countries.of(code) ?? code, cercles).forEach(addName);
    if (map.getZoom() >= LIMITS_ZOOM) limits.addTo(map);
    else limits.remove();
    const current = markOf(held ?? chosen) ?? nearest(marks, map.project(map.getCenter()));
    if (current) makeCurrent(current);
    if (held && current) buttons.get(current)?.focus({ preventScroll: true });
  };
  const tell = () => {
    const { lat, lng } = map.getCenter();
    const zoom = map.getZoom();
    onMoved({ zoom, lat, lng }, { in: zoom < map.getMaxZoom(), out: zoom > map.getMinZoom() });
  };
  const boundsOf = (places: readonly InteractivePlace[]) => {
    const bounds = latLngBounds([]);
    for (const { code, position, kind } of places) {
      const extent = extents.get(code);
      if (kind === "region" && extent) bounds.extend(extent);
      else if (position) bounds.extend(position);
    }
    return bounds;
  };
  const lookAt = (bounds: LatLngBounds, padding: number, animate: boolean) => map.fitBounds(bounds, { padding: [padding, padding], animate });

  const canApproach = (places: readonly InteractivePlace[]) => {
    const bounds = boundsOf(places);
    if (!bounds.isValid() || bounds.getSouthWest().equals(bounds.getNorthEast())) return false;
    return map.getBoundsZoom(bounds, false, point(96, 96)) > map.getZoom();
  };
  const open = (places: readonly InteractivePlace[]) => onOpen(places, canApproach(places));

  // A filter by zone looks at that zone, everything else at the country.
  const counted = boundsOf(zones);
  const isWhole = regionNames.length >= regions.length || !counted.isValid();
  if (view) map.setView(view, view.zoom, { animate: false });
  else lookAt(isWhole ? home : counted, isWhole ? 2 : 40, false);
  arrange();
  map.on("zoomend", arrange);
  map.on("moveend", tell);
  tell();

  return {
    show: ({ zoom, lat, lng }) => map.setView([lat, lng], zoom, { animate: !still }),
    home: () => lookAt(home, 2, !still),
    zoom: (by) => map.setZoom(map.getZoom() + by),
    approach: (places) => lookAt(boundsOf(places), 48, !still),
    canApproach,
    choose: (place, covered) => {
      chosen = place;
      const mark = markOf(place);
      buttons.forEach((button, other) => button.setAttribute("aria-expanded", String(other === mark)));
      if (mark) map.panInside(latLng(mark), { paddingTopLeft: [64, 40], paddingBottomRight: [covered + 40, 40], animate: !still });
    },
    focus: (place) => {
      const mark = markOf(place);
      if (mark) buttons.get(mark)?.focus({ preventScroll: true });
    },
    remove: () => map.remove(),
  };
}
