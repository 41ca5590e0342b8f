import { rejectsAnswer } from "@/features/import/rejects";
import { localeGiven } from "@/i18n/locales";

export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; id: string }> }): Promise<Response> {
  const { locale, id } = await params;
  return rejectsAnswer(localeGiven(locale), id);
}
