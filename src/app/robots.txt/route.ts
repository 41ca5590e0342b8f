import { robotsAnswer } from "@/features/open-data/sitemap";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return robotsAnswer();
}
