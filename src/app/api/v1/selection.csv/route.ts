import { selectionCsvAnswer } from "@/features/open-data/selection";

export function GET(request: Request): Promise<Response> {
  return selectionCsvAnswer(request);
}
