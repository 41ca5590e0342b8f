import { limitsAnswer } from "@/features/open-data/limits";

export function GET(request: Request): Promise<Response> {
  return limitsAnswer(request);
}
