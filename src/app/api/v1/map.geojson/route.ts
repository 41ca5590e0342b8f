import { mapGeoJsonAnswer } from "@/features/open-data/map";

export function GET(request: Request): Promise<Response> {
  return mapGeoJsonAnswer(request);
}
