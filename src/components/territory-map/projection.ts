/** The numbers that the geometry generator writes beside the shapes it projected. */
export type Projection = { scale: number; x: number; y: number };

/**
 * Mercator, as the shapes of the map were projected.
 * @param position in degrees
 * @returns pixels of the picture
 */
export function project({ scale, x, y }: Projection, { lat, lng }: { lat: number; lng: number }): { x: number; y: number } {
  const radians = Math.PI / 180;
  return {
    x: x + scale * lng * radians,
    y: y - scale * Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2)),
  };
}
