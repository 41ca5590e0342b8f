/** What of the map stands in the address: where one looks, and whose list is open. */
export type View = { zoom: number; lat: number; lng: number };
export type MapState = { view: View | null; place: string | null };

/** A hundredth of a degree is less than two pixels at the nearest zoom; whole quarters of zoom are all there is. */
const short = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** "#map=6/14.45/-11.44" or "#map=6/14.45/-11.44&place=kayes", as other maps write it. */
export function hashOf({ zoom, lat, lng }: View, place: string | null): string {
  const view = `#map=${short(zoom, 2)}/${short(lat, 3)}/${short(lng, 3)}`;
  return place === null ? view : `${view}&place=${encodeURIComponent(place)}`;
}

/** What an address says of the interactive map; null when it says nothing. A view that is none is left to the map. */
export function stateOf(hash: string): MapState | null {
  const parameters = new URLSearchParams(hash.slice(1));
  const map = parameters.get("map");
  if (map === null) return null;
  const [zoom = NaN, lat = NaN, lng = NaN] = map.split("/").map((part) => (part === "" ? NaN : Number(part)));
  const isView = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
  return { view: isView ? { zoom, lat, lng } : null, place: parameters.get("place") };
}
