import { staffListAnswer } from "@/features/tokens/api";

export function GET(request: Request): Promise<Response> {
  return staffListAnswer(request);
}
