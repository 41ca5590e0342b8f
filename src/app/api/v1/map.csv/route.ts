import { mapCsvAnswer } from "@/features/open-data/map";

export function GET(request: Request): Promise<Response> {
  return mapCsvAnswer(request);
}
