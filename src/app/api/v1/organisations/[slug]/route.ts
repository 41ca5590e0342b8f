import { organisationAnswer } from "@/features/open-data/one";
import { answeredDirectly } from "@/lib/http/direct-answers";

type Context = { params: Promise<{ slug: string }> };

export const GET = answeredDirectly("/api/v1/organisations/[slug]", async (request: Request, { params }: Context) =>
  organisationAnswer(request, (await params).slug),
);
