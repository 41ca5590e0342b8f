import { auditFileAnswer } from "@/features/audit/file";
import { localeGiven } from "@/i18n/locales";

export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  return auditFileAnswer(request, localeGiven(locale));
}
