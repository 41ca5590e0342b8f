import "server-only";
import { actorOfToken } from "@/auth/actor";
import { findEditable } from "@/data/editing/edit-form";
import { listForStaff, STAFF_PAGE_SIZE } from "@/data/editing/staff-list";
import type { Actor } from "@/domain/actor";
import { nameProblems, parametersOf } from "@/domain/filters";
import { localeOf } from "@/i18n/accept-language";
import type { Locale } from "@/i18n/locales";
import { describeProblem } from "@/i18n/parameter-problem";
import { translator } from "@/i18n/translator";
import { pageOf } from "@/lib/http/search";

/** Of one program alone, and never kept. */
const OWN = { "cache-control": "private, no-store", vary: "authorization, accept-language" };

const json = (body: unknown): Response => Response.json(body, { headers: OWN });

function problem(status: 400 | 401 | 404, title: string, detail: string): Response {
  const headers = { ...OWN, "content-type": "application/problem+json; charset=utf-8", ...(status === 401 ? { "www-authenticate": "Bearer" } : {}) };
  return new Response(JSON.stringify({ type: "about:blank", status, title, detail }), { status, headers });
}

/** Answers who has a token that counts. @param known the parameters that are taken */
async function withToken(request: Request, known: readonly string[], answer: (actor: Actor, locale: Locale) => Promise<Response>): Promise<Response> {
  const locale = localeOf(request.headers.get("accept-language"));
  const t = translator(locale, "tokens");
  const [, token = ""] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const actor = await actorOfToken(token);
  if (!actor) return problem(401, t("unauthorised"), t("unauthorisedDetail"));
  const problems = nameProblems(parametersOf(new URL(request.url).searchParams), known);
  if (problems.length > 0) return problem(400, translator(locale, "openData")("refused"), problems.map((one) => describeProblem(locale, one)).join(" "));
  return answer(actor, locale);
}

/** `GET /admin/api/v1/organisations?q=…&page=…`: every entry that the consortium sees, published or not, by name. */
export function staffListAnswer(request: Request): Promise<Response> {
  return withToken(request, ["q", "page"], async (actor) => {
    const { searchParams } = new URL(request.url);
    const page = pageOf(searchParams.get("page") ?? undefined);
    const { total, items } = await listForStaff(actor, { q: (searchParams.get("q") ?? "").slice(0, 200), page });
    return json({ total, page, pageSize: STAFF_PAGE_SIZE, items });
  });
}

/** `GET /admin/api/v1/organisations/{slug}`: what an entry says, with the values that are kept for the consortium. */
export function staffOneAnswer(request: Request, slug: string): Promise<Response> {
  return withToken(request, [], async (actor, locale) => {
    const found = await findEditable(actor, slug);
    if (!found) return problem(404, translator(locale, "tokens")("notFound"), slug.slice(0, 80));
    const { fields, restricted, publishedAt, updatedAt, verifiedAt } = found;
    return json({
      slug,
      publishedAt,
      updatedAt,
      verifiedAt,
      ...fields,
      restricted: restricted.map(({ field, text, visibility }) => ({ field, text, visibility })),
    });
  });
}
