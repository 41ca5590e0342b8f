import { coverageSvgAnswer } from "@/features/open-data/coverage";

export function GET(request: Request): Promise<Response> {
  return coverageSvgAnswer(request);
}
