import { entitiesAnswer } from "@/features/open-data/entities";

type Context = { params: Promise<{ nouns: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return entitiesAnswer(request, (await params).nouns);
}
