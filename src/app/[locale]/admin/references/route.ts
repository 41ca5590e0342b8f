import { referencesAnswer } from "@/features/editor/references";
import { localeGiven } from "@/i18n/locales";

export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  return referencesAnswer(request, localeGiven(locale));
}
