import { relationsGexfAnswer } from "@/features/open-data/relations";

export function GET(request: Request): Promise<Response> {
  return relationsGexfAnswer(request);
}
