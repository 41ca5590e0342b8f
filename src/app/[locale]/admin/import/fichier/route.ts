import { uploadAnswer, uploadForm } from "@/features/import/upload";
import { localeGiven } from "@/i18n/locales";

type Context = { params: Promise<{ locale: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return uploadAnswer(request, localeGiven((await params).locale));
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return uploadForm(localeGiven((await params).locale));
}
