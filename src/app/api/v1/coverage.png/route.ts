import { coveragePngAnswer } from "@/features/open-data/coverage";

export function GET(request: Request): Promise<Response> {
  return coveragePngAnswer(request);
}
