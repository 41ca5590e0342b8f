import { csvAnswer } from "@/features/open-data/list";

export function GET(request: Request): Promise<Response> {
  return csvAnswer(request);
}
