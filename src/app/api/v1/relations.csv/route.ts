import { relationsCsvAnswer } from "@/features/open-data/relations";

export function GET(request: Request): Promise<Response> {
  return relationsCsvAnswer(request);
}
