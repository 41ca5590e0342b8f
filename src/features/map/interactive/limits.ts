import type { MultiPolygon, Position } from "geojson";
import type { LimitLevel } from "@/domain/published/limits";
import { shapes } from "./shapes";

/** What `/api/v1/limits.geojson` says, as far as it is drawn. */
type LimitsFile = { outline: Position[][]; borders: Position[][]; features: { id: string; geometry: MultiPolygon }[] };
export type FetchedLimits = Partial<Record<LimitLevel, LimitsFile>>;

/** Fetches the imported limits that hold today. @param levels those that there are */
export async function fetchLimits(levels: readonly LimitLevel[]): Promise<FetchedLimits> {
  const files = await Promise.all(
    levels.map(async (level) => {
      const answer = await fetch(`/api/v1/limits.geojson?level=${level}`);
      if (!answer.ok) throw new Error(`Limits of level ${level}: ${answer.status}`);
      return [level, (await answer.json()) as LimitsFile] as const;
    }),
  );
  return Object.fromEntries(files);
}

/** The limits that the map draws: what was imported, and the built-in ones for what that leaves open. Imported regions meet no built-in cercle. */
export function drawnLimits({ region, cercle }: FetchedLimits): Pick<typeof shapes, "regions" | "outline" | "limits" | "cercles"> {
  if (!region) return { ...shapes, limits: cercle?.borders ?? shapes.limits };
  return {
    regions: region.features.map(({ id, geometry }) => ({ code: id, ...geometry })),
    ...{ outline: region.outline, limits: cercle?.borders ?? [], cercles: [] },
  };
}
