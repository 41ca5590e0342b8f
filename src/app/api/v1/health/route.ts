import { healthAnswer } from "@/features/open-data/health";

// It must ask each time: without this, a build could keep the answer of a route that reads no request.
export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return healthAnswer();
}
