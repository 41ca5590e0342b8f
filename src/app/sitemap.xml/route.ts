import { sitemapAnswer } from "@/features/open-data/sitemap";

export function GET(request: Request): Promise<Response> {
  return sitemapAnswer(request);
}
