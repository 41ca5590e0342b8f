import { referencesAnswer } from "@/features/editor/references";
import { DEFAULT_LOCALE, isLocale } from "@/i18n/locales";

export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  return referencesAnswer(request, isLocale(locale) ? locale : DEFAULT_LOCALE);
}
