/** From nothing (0) to the most (5); "outside" is not asked for, "here" is the one shown. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5 | "outside" | "here";

/** A territory: its limits, or a disc where the map has none of its own. */
export type MapArea = {
  /** The zone's code, the same as the shape's. */
  code: string;
  /** Written on the map; empty for none. */
  name: string;
  /** The number above the name; empty for none. */
  mark: string;
  /** The whole sentence for those who do not see the shape, and on hover. */
  title: string;
  tone: Tone;
  href?: string;
  /** What the page tells of it is open. */
  current?: boolean;
  /** Where its disc stands when the map has no limits for it, in degrees. */
  position?: { lat: number; lng: number } | null;
};

/** A place, which has no limits. */
export type MapPoint = {
  code: string;
  name: string;
  position: { lat: number; lng: number };
  mark: string;
  title: string;
  /** In pixels of the picture. */
  radius: number;
  tone: Tone;
  href?: string;
};
