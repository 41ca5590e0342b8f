import "server-only";
import { currentActor } from "@/auth/actor";
import { accountsByDigest, noteExport } from "@/auth/audit";
import { canReadAudit } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { auditFile } from "@/data/audit/events";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { auditQuery, fromWhere, whatWas, whoDid } from "./query";

/** `GET /admin/journal/csv`: the lines of the journal as a file, for administrators; 403 for anyone else. Taking it is an event too. */
export async function auditFileAnswer(request: Request, locale: Locale): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !canReadAudit(actor)) {
    if (actor) await noteRefusal(actor, "audit");
    return new Response("", { status: 403 });
  }
  const t = translator(locale, "audit");
  const people = await accountsByDigest();
  const lines = await auditFile(actor, auditQuery(new URL(request.url).searchParams, people));
  await noteExport(actor, "audit");
  const head = ["at", "kind", "who", "detail", "network"] as const;
  const rows = lines.map((line) => [
    line.at.toISOString(),
    t(`kindOf.${line.kind}`),
    whoDid(locale, people, line),
    whatWas(locale, line),
    fromWhere(locale, line),
  ]);
  return new Response(BYTE_ORDER_MARK + csvLines([head.map((name) => t(name)), ...rows]), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="journal.csv"', "cache-control": "private, no-store" },
  });
}
