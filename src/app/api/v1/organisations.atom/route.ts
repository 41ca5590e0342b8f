import { atomAnswer } from "@/features/open-data/atom";

export function GET(request: Request): Promise<Response> {
  return atomAnswer(request);
}
