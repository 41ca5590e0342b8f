import { staffFileAnswer } from "@/features/source-editor/download";

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; id: string }> }): Promise<Response> {
  const { slug, id } = await params;
  return staffFileAnswer(slug, id);
}
