import { organisationAnswer } from "@/features/open-data/one";

type Context = { params: Promise<{ slug: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return organisationAnswer(request, (await params).slug);
}
