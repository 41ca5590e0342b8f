import type { Map as LeafletMap } from "leaflet";
import { firstFree, stand, type Box, type Spot, type Standing, type Stood } from "./arrange";
import { position, shapes } from "./shapes";
import type { InteractivePlace } from "./places";
import { sayNumber } from "./say-place";
import type { InteractiveTexts } from "./texts";

/** The smallest thing that a finger hits, in pixels. */
const TARGET = 44;
/** From here on places inside regions are shown; before, the number of the region stands for them. */
export const PLACES_ZOOM = 6.25;
const SEATS_ZOOM = 6;
const TOWNS_ZOOM = 7;
export const LIMITS_ZOOM = 6.5;
/** The numbers of regions from here on; before, only countries have room. */
const REGIONS_ZOOM = 4.5;
/** A town this near to a place of the directory, in degrees, is named by it. */
const SAME_TOWN = 0.12;

export type Mark = Stood<InteractivePlace>;
/** A name that cannot be touched; `dx` and `dy` lead from where it belongs to the middle of its text. */
export type Name = { text: string; kind: "country" | "cercle" | "town" | "place"; at: { lat: number; lng: number }; dx: number; dy: number };

/** Widths of texts as the page writes them, in pixels. */
export type Ruler = (text: string, kind: "mark" | Name["kind"]) => number;

const isRegion = ({ kind }: InteractivePlace) => kind === "region";

/** Where things stand at a zoom; kept together because the names make room for the numbers. */
export class Arrangement {
  constructor(
    private readonly map: LeafletMap,
    private readonly zoom: number,
    private readonly ruler: Ruler,
    private readonly texts: InteractiveTexts,
  ) {}

  private pixel({ lat, lng }: { lat: number; lng: number }): Spot {
    const { x, y } = this.map.project([lat, lng], this.zoom);
    return { x, y };
  }

  /** The numbers: places where they are, regions where these leave them room, countries last. */
  marks(zones: readonly InteractivePlace[], spots: ReadonlyMap<string, readonly Spot[]>): Mark[] {
    const standing = (item: InteractivePlace, at: readonly Spot[], named: boolean): Standing<InteractivePlace> => {
      const name = named ? this.ruler(item.name, "mark") : 0;
      const number = this.ruler(sayNumber(this.texts, item.count), "mark") + 16;
      return { item, spots: at, width: Math.max(TARGET, name + 4, number), height: TARGET, group: item.kind === "country" ? "abroad" : "home" };
    };
    const points = this.zoom < PLACES_ZOOM ? [] : zones.filter(({ kind }) => kind === "point").sort((a, b) => b.count - a.count);
    const regions = this.zoom < REGIONS_ZOOM ? [] : zones.filter(isRegion);
    const countries = shapes.countries.flatMap(({ code, ...country }) => {
      const place = zones.find((zone) => zone.kind === "country" && zone.code === code);
      return place ? [standing(place, this.around(this.pixel(this.placeOf(country))), true)] : [];
    });
    const standingRegions = regions
      .flatMap((place) => {
        const inside = spots.get(place.code)?.map(({ x, y }) => this.pixel({ lat: y, lng: x }));
        const at = inside ?? (place.position ? [this.pixel(place.position)] : []);
        // One that is smaller than its number has no choice either, and comes before the places around it.
        return at.length > 0 ? [standing(place, extent(at) < TARGET ? at.slice(0, 1) : at, true)] : [];
      })
      .sort((a, b) => extent(a.spots) - extent(b.spots));
    return stand([
      ...standingRegions.filter(({ spots: { length } }) => length === 1),
      ...points.flatMap((place) => (place.position ? [standing(place, [this.pixel(place.position)], false)] : [])),
      ...standingRegions.filter(({ spots: { length } }) => length > 1),
      ...countries,
    ]);
  }

  private placeOf({ at, near }: { at: [number, number]; near?: [number, number] }) {
    return position(this.zoom < REGIONS_ZOOM ? at : (near ?? at));
  }

  /** A country is wide: its number may stand a little beside its middle. */
  private around({ x, y }: Spot): Spot[] {
    const steps = [0, 12, -12, 24, -24];
    return steps.flatMap((dy) => steps.map((dx) => ({ x: x + dx, y: y + dy }))).sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
  }

  /** The names around the numbers, each where it covers nothing; what finds no room is left out, as on any map. */
  names(marks: readonly Mark[], countryName: (code: string) => string, cercles: typeof shapes.cercles): Name[] {
    const named: Name[] = [];
    const taken: Box[] = marks.map(({ x, y, width, height, items }) =>
      items[0]!.kind === "point" ? { x, y, width: 32, height: 32 } : { x, y, width, height },
    );
    const write = (text: string, kind: Name["kind"], at: Name["at"], offsets: readonly Spot[]) => {
      const middle = this.pixel(at);
      const size = { width: this.ruler(text, kind) + 6, height: 18 };
      const free = firstFree(
        offsets.map((offset) => ({ x: middle.x + offset.x, y: middle.y + offset.y, ...size })),
        taken,
      );
      if (!free) return;
      const dot = kind === "town" ? [{ ...middle, width: 8, height: 8 }] : [];
      if (dot.some((box) => !firstFree([box], taken))) return;
      taken.push(free, ...dot);
      named.push({ text, kind, at, dx: free.x - middle.x, dy: free.y - middle.y });
    };
    const beside = (text: string, kind: Name["kind"], gap: number) => sides((this.ruler(text, kind) + 6) / 2, gap);
    for (const { items, x, y } of marks) {
      if (items[0]!.kind !== "point") continue;
      const text = nameOf(items, this.texts);
      const { lat, lng } = this.map.unproject([x, y], this.zoom);
      write(text, "place", { lat, lng }, beside(text, "place", 17));
    }
    for (const { code, ...country } of shapes.countries) {
      if (!country.near && this.zoom >= REGIONS_ZOOM) continue;
      if (!marks.some(({ items }) => items.some((item) => item.code === code)))
        write(countryName(code), "country", this.placeOf(country), this.around({ x: 0, y: 0 }));
    }
    if (this.zoom >= SEATS_ZOOM) {
      const places = marks.flatMap(({ items }) => items.flatMap((item) => (item.kind === "point" && item.position ? [item.position] : [])));
      const towns = shapes.towns.filter(({ seat }) => seat || this.zoom >= TOWNS_ZOOM).sort((a, b) => Number(b.seat) - Number(a.seat));
      for (const { name, at } of towns) {
        const here = position(at);
        if (places.some(({ lat, lng }) => Math.hypot(lat - here.lat, lng - here.lng) < SAME_TOWN)) continue;
        write(name, "town", here, beside(name, "town", 6));
      }
    }
    // A cercle has the name of its seat: it is written once.
    const written = [...named.map(({ text }) => text), ...marks.flatMap(({ items }) => items.map(({ name }) => name))];
    const isWritten = (name: string) => written.some((text) => text === name || text.startsWith(`${name} `));
    if (this.zoom >= TOWNS_ZOOM) for (const { name, at } of cercles) if (!isWritten(name)) write(name, "cercle", position(at), this.around({ x: 0, y: 0 }));
    return named;
  }
}

/** "Kayes", or "Kayes + 2" for what stands there together. */
export const nameOf = ([first, ...others]: readonly InteractivePlace[], texts: InteractiveTexts): string =>
  others.length > 0 ? `${first!.name} + ${sayNumber(texts, others.length)}` : first!.name;

const extent = (spots: readonly Spot[]) => {
  const xs = spots.map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs);
};

/** To the right, to the left, below and above something. */
const sides = (half: number, gap: number): Spot[] => [
  { x: gap + half, y: 0 },
  { x: -gap - half, y: 0 },
  { x: 0, y: gap + 8 },
  { x: 0, y: -gap - 8 },
];
