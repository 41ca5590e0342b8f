import { publicFileAnswer } from "@/features/sources/download";

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; id: string }> }): Promise<Response> {
  const { slug, id } = await params;
  return publicFileAnswer(slug, id);
}
