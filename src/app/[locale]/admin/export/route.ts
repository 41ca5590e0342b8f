import { staffExport } from "@/features/editor/export";
import { localeGiven } from "@/i18n/locales";

export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  return staffExport(request, localeGiven((await params).locale));
}
