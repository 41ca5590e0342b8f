import { FacetNumbers } from "./facet-numbers";
import type { Segment } from "./segment";

/** What a segment was built from: the revision of the directory and the id of its change, and by which build of the program. */
export type ImageOf = { revision: string; change: string | null; build: string | null };

const TYPES = { Int32Array, Uint16Array, Uint32Array, Float64Array } as const;
type Numbers = InstanceType<(typeof TYPES)[keyof typeof TYPES]>;
type View = new (memory: ArrayBufferLike, at: number, length: number) => Numbers;
type Placed = { type: keyof typeof TYPES; at: number; length: number };
/** The arrays of a segment, each replaced by its place in the image. */
type Layout = Placed | { [name: string]: Layout } | Layout[];
type Header = { of: ImageOf; facets: string[]; layout: Layout };

const isPlaced = (layout: Layout): layout is Placed => "type" in layout && typeof layout.type === "string";
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * Copies a segment into one block: the length of a header, the header as JSON, then every array. Being shared memory
 * it passes between threads without a copy; being one block it is written to a file and read back as it is.
 */
export function toImage(segment: Segment, facets: FacetNumbers, of: ImageOf): SharedArrayBuffer {
  const arrays: { array: Numbers; at: number }[] = [];
  let end = 0;
  const place = (part: unknown): Layout => {
    if (ArrayBuffer.isView(part)) {
      const array = part as Numbers;
      arrays.push({ array, at: end });
      const placed = { type: array.constructor.name as Placed["type"], at: end, length: array.length };
      end = aligned(end + array.byteLength);
      return placed;
    }
    if (Array.isArray(part)) return part.map(place);
    return Object.fromEntries(Object.entries(part as object).map(([name, value]) => [name, place(value)]));
  };
  const header = new TextEncoder().encode(JSON.stringify({ of, facets: facets.names, layout: place(segment) } satisfies Header));
  const from = aligned(4 + header.length);
  const image = new SharedArrayBuffer(from + end);
  new DataView(image).setUint32(0, header.length);
  const bytes = new Uint8Array(image);
  bytes.set(header, 4);
  for (const { array, at } of arrays) bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), from + at);
  return image;
}

/** Opens an image: its arrays are views, so that this takes no time and no memory. */
export function openImage(image: SharedArrayBuffer): { segment: Segment; facets: FacetNumbers; of: ImageOf } {
  const length = new DataView(image).getUint32(0);
  const { of, facets: names, layout } = JSON.parse(new TextDecoder().decode(new Uint8Array(image, 4, length).slice())) as Header;
  const from = aligned(4 + length);
  const open = (part: Layout): unknown => {
    if (Array.isArray(part)) return part.map(open);
    if (isPlaced(part)) return new (TYPES[part.type] as View)(image, from + part.at, part.length);
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, open(value)]));
  };
  const facets = new FacetNumbers();
  for (const name of names) facets.of(name);
  return { segment: open(layout) as Segment, facets, of };
}
