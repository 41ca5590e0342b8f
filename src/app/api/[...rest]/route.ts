import { unknownAddressAnswer } from "@/features/open-data/unknown";

export function GET(request: Request): Promise<Response> {
  return unknownAddressAnswer(request);
}
