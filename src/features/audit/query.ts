import type { accountsByDigest } from "@/auth/audit";
import type { AuditLine, AuditQuery } from "@/data/audit/events";
import { AUDIT_KINDS } from "@/domain/audit";
import type { ChangeAction } from "@/domain/change";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

export type People = Awaited<ReturnType<typeof accountsByDigest>>;

/** The query of an address; a value that means nothing is left out. */
export function auditQuery(parameters: URLSearchParams, people: People): AuditQuery {
  const day = parameters.get("jour") ?? "";
  return {
    kind: AUDIT_KINDS.find((kind) => kind === parameters.get("nature")) ?? null,
    person: people.find(({ id }) => String(id) === parameters.get("qui")) ?? null,
    day: /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? new Date(day).toISOString().slice(0, 10) : null,
  };
}

/** The same query as an address. */
export function auditSearch({ kind, person, day }: AuditQuery): string {
  return new URLSearchParams({ ...(kind && { nature: kind }), ...(person && { qui: String(person.id) }), ...(day && { jour: day }) }).toString();
}

/** Who did it, by name where the account is known. */
export function whoDid(locale: Locale, people: People, { who, account }: AuditLine): string {
  if (who !== null) return who;
  return people.find((person) => person.account === account)?.name ?? translator(locale, "audit")("unknown", { account: account ?? "" });
}

/** What was asked for, or what the change was. */
export const whatWas = (locale: Locale, { kind, detail }: AuditLine): string =>
  detail !== null && (kind === "changed" || kind === "account") ? translator(locale, "changes")(`action.${detail as ChangeAction}`) : (detail ?? "");

/** The network it came from, in words where it is no address. */
export function fromWhere(locale: Locale, { network }: AuditLine): string {
  const t = translator(locale, "audit");
  return network === "loopback" || network === "private" || network === "unknown" ? t(`networkOf.${network}`) : (network ?? "");
}
