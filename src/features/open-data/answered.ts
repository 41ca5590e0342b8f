import "server-only";
import { presentTerms } from "@/data/term/present";
import { localeOf } from "@/i18n/accept-language";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Busy } from "@/lib/bounded-queue";
import { problemAnswer } from "@/lib/http/answers";
import { logger } from "@/lib/logger";
import { isUnavailable } from "@/lib/database-trouble";

/** After so many seconds a database that was too busy may answer again. */
const RETRY_SECONDS = "5";

/**
 * Answers in the client's language. What was not expected goes to the log; the client is told that
 * the fault is ours, in the shape of every other error, without a word of what went wrong inside; and
 * when the database did not answer in time, or too many ask for pictures, that it is worth trying again.
 */
export async function answered(request: Request, work: (locale: Locale) => Promise<Response>): Promise<Response> {
  const locale = localeOf(request.headers.get("accept-language"));
  try {
    await presentTerms();
    return await work(locale);
  } catch (error) {
    logger.error({ err: error }, "An answer of the API failed");
    const t = translator(locale, "openData");
    if (isUnavailable(error) || error instanceof Busy) {
      return problemAnswer({ status: 503, title: t("unavailable"), detail: t("unavailableDetail") }, { "retry-after": RETRY_SECONDS });
    }
    return problemAnswer({ status: 500, title: t("failed"), detail: t("failedDetail") });
  }
}
