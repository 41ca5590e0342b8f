import "server-only";
import { translator } from "@/i18n/translator";
import { problemAnswer } from "@/lib/http/answers";
import { answered } from "./answered";

/** Any address below /api that is none: programs get the same shape of error everywhere, and where the right addresses are told. */
export function unknownAddressAnswer(request: Request): Promise<Response> {
  return answered(request, async (locale) => {
    const t = translator(locale, "openData");
    return problemAnswer({ status: 404, title: t("noAddress"), detail: t("noAddressDetail", { path: new URL(request.url).pathname.slice(0, 120) }) });
  });
}
