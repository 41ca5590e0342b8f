import { suggestionsAnswer } from "@/features/open-data/suggestions";

export function GET(request: Request): Promise<Response> {
  return suggestionsAnswer(request);
}
