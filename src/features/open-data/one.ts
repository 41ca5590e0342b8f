import "server-only";
import { findPublicOrganisation, formerAddress } from "@/data/organisation/profile";
import { nameProblems, parametersOf } from "@/domain/filters";
import type { OrganisationAnswer } from "@/domain/published/answers";
import { translator } from "@/i18n/translator";
import { jsonAnswer, movedAnswer, problemAnswer } from "@/lib/http/answers";
import { publicOrigin } from "@/lib/http/origin";
import { answered } from "./answered";
import { refusal, withUrl } from "./list";

/** `GET /api/v1/organisations/{slug}`: everything public about one organisation, with its citations. */
export function organisationAnswer(request: Request, slug: string): Promise<Response> {
  return answered(request, async (locale) => {
    const problems = nameProblems(parametersOf(new URL(request.url).searchParams), []);
    if (problems.length > 0) return refusal(locale, problems);
    const organisation = await findPublicOrganisation(slug);
    if (organisation) return jsonAnswer(withUrl(organisation, publicOrigin()) satisfies OrganisationAnswer);
    const former = await formerAddress(slug);
    if (former && former !== "gone") return movedAnswer(`/api/v1/organisations/${former.slug}`, former.merged ? { mergedInto: former.slug } : undefined);
    const t = translator(locale, "openData");
    if (former === "gone") return problemAnswer({ status: 410, title: t("gone"), detail: t("goneDetail", { slug: slug.slice(0, 80) }) });
    return problemAnswer({ status: 404, title: t("notFound"), detail: t("notFoundDetail", { slug: slug.slice(0, 80) }) });
  });
}
