import { staffOneAnswer } from "@/features/tokens/api";

type Context = { params: Promise<{ slug: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return staffOneAnswer(request, (await params).slug);
}
