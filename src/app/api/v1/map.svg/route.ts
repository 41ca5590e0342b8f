import { mapSvgAnswer } from "@/features/open-data/map";

export function GET(request: Request): Promise<Response> {
  return mapSvgAnswer(request);
}
