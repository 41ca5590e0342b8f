import type { DirectoryQuery } from "./filters";
import type { OrganisationLink } from "./published/organisation-link";
import type { PublicZone } from "./published/zone";
import type { ThemeTerm } from "./terms";

/**
 * Why another organisation may complete one: it works on the same ground on other themes, on the same theme in the nearest places, or is a
 * member of the same network or named by the same body. A reason rests on values that sources give to both.
 */
export type ComplementReason =
  | { kind: "ground"; zone: PublicZone; themes: ThemeTerm[] }
  /** `kilometres` as the crow flies, from `from`, a zone of the one. */
  | { kind: "theme"; theme: ThemeTerm; zone: PublicZone; from: PublicZone; kilometres: number }
  | { kind: "network" | "body"; name: string };

export type Complement = { organisation: OrganisationLink; reason: ComplementReason };

/** The few that are shown, and for each kind of reason the list of all. */
export type Complements = { shown: Complement[]; all: { kind: ComplementReason["kind"]; query: DirectoryQuery }[] };

/** A position on the earth: WGS 84 degrees. */
type Position = { lat: number; lng: number };

const EARTH_RADIUS_KM = 6371;

/** Between two positions as the crow flies (haversine formula). */
export function kilometresBetween(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [lat, lng] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const half = Math.sin(lat / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(lng / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
}
