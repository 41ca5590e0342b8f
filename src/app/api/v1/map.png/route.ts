import { mapPngAnswer } from "@/features/open-data/map";

export function GET(request: Request): Promise<Response> {
  return mapPngAnswer(request);
}
