import { entitiesAnswer } from "@/features/open-data/entities";
import { figuresAnswer } from "@/features/open-data/figures";

type Context = { params: Promise<{ nouns: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { nouns } = await params;
  if (nouns === "figures" || nouns === "figures.csv") return figuresAnswer(request, nouns !== "figures");
  return entitiesAnswer(request, nouns);
}
