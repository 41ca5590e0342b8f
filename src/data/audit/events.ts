import "server-only";
import type { Actor } from "@/domain/actor";
import type { AuditKind, EventKind } from "@/domain/audit";
import { database } from "../client";
import { Prisma } from "../generated/prisma/client";

/** `account`: the digest by which the log names one. `network`: the class of an address. */
export type NewEvent = { kind: EventKind; account: string | null; network: string | null; detail?: string | null };

/** Keeps an event. Of those who are slowed one an hour is enough, whoever hammers. */
export async function appendEvent({ kind, account, network, detail = null }: NewEvent): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "AuditEvent" ("kind", "account", "network", "detail")
    SELECT ${kind}, ${account}, ${network}, ${detail}
    WHERE ${kind} <> 'sign_in_slowed' OR NOT EXISTS (
      SELECT FROM "AuditEvent" WHERE "kind" = ${kind} AND "account" IS NOT DISTINCT FROM ${account} AND "network" IS NOT DISTINCT FROM ${network}
        AND "at" > now() - interval '1 hour')`;
}

/** What happened: of a change the number and the name of who made it, of an event the digest of the account. */
export type AuditLine = {
  at: Date;
  kind: AuditKind;
  account: string | null;
  who: string | null;
  network: string | null;
  /** Of a refusal or a file what was asked for, of a change its action. */
  detail: string | null;
};

/** Of each filter a value, or null. `person`: an account by its digest and its number; `day`: ISO 8601. */
export type AuditQuery = { kind: AuditKind | null; person: { account: string; id: number } | null; day: string | null };

export const AUDIT_PAGE_SIZE = 100;
/** The most that a file holds. */
export const AUDIT_FILE_LINES = 50_000;

/** The conditions on events or change sets, called `e`. */
function conditions(column: Prisma.Sql, value: string | number | null, day: string | null): Prisma.Sql {
  const all = [
    ...(value === null ? [] : [Prisma.sql`${column} = ${value}`]),
    ...(day === null ? [] : [Prisma.sql`e."at" >= ${day}::date AND e."at" < ${day}::date + 1`]),
  ];
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, " AND ");
}

function linesSql({ kind, person, day }: AuditQuery): Prisma.Sql {
  const ofEvents = conditions(Prisma.sql`e."account"`, person?.account ?? null, day);
  const ofSets = conditions(Prisma.sql`e."actorId"`, person?.id ?? null, day);
  return Prisma.sql`SELECT line."at", line."kind", line."account", line.who, line."network", line."detail" FROM (
    SELECT e."id", e."at", e."kind", e."account", NULL AS who, e."network", e."detail" FROM "AuditEvent" e WHERE ${ofEvents}
    UNION ALL
    SELECT e."id", e."at", CASE WHEN EXISTS (SELECT FROM "ChangeItem" i WHERE i."changeSetId" = e."id" AND i."userId" IS NOT NULL) THEN 'account' ELSE 'changed' END,
      NULL, e."actorName", NULL, e."action"::text FROM "ChangeSet" e WHERE e."actorId" IS NOT NULL AND ${ofSets}
  ) line WHERE ${kind === null ? Prisma.sql`true` : Prisma.sql`line."kind" = ${kind}`}`;
}

/** Of what happened in the same millisecond the last comes first, and pages do not overlap. */
const NEWEST_FIRST = Prisma.sql`ORDER BY line."at" DESC, line."id" DESC, line."kind"`;

/** What people did, newest first. @param actor who reads it; the caller has asked `canReadAudit` */
export async function auditLines(_actor: Actor, query: AuditQuery, page: number): Promise<{ total: number; lines: AuditLine[] }> {
  const db = database();
  const lines = linesSql(query);
  const [[counted], found] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${lines}) counted`,
    db.$queryRaw<AuditLine[]>`${lines} ${NEWEST_FIRST} LIMIT ${AUDIT_PAGE_SIZE} OFFSET ${(page - 1) * AUDIT_PAGE_SIZE}`,
  ]);
  return { total: counted?.total ?? 0, lines: found };
}

/** The same for a file, all at once. */
export const auditFile = (_actor: Actor, query: AuditQuery): Promise<AuditLine[]> =>
  database().$queryRaw<AuditLine[]>`${linesSql(query)} ${NEWEST_FIRST} LIMIT ${AUDIT_FILE_LINES}`;
