import "server-only";
import type { Actor } from "@/domain/actor";
import { fold } from "@/domain/fold";
import type { Candidate } from "@/domain/import";
import type { ReadRow } from "@/domain/read-cell";
import type { Db } from "../client";
import { contactValue } from "../editing/contact-value";
import { seenEntries } from "../editing/seen";

/** The entry that a row is about, and what its history is compared from: the set that last imported it by its key. */
export type Match = { id: number; slug: string; since: number | null };
export type KeyColumn = { sourceId: number; column: string };

/** What a person decided, when it is an entry. */
const chosenSlug = (decision: string | null): string | null => (decision === "new" || decision === "skip" ? null : decision);

type Keyed = ReadRow & { decision: string | null };

/** The entries of rows by their address here, by the key that their source gives them, or because a person said so; in this order. */
export async function matchRows(actor: Actor, db: Db, rows: readonly Keyed[], key: KeyColumn | null): Promise<(Match | null | "unknown")[]> {
  const slugs = rows.flatMap(({ keys, decision }) => [keys.slug ?? [], chosenSlug(decision) ?? []].flat());
  const bySlug = await db.$queryRaw<{ id: number; slug: string; asked: string }[]>`
    SELECT o."id", o."slug", known."slug" AS asked FROM (
      SELECT "slug", "id" FROM "Organisation" WHERE "slug" = ANY (${slugs}) UNION ALL SELECT "slug", "organisationId" FROM "Redirect" WHERE "slug" = ANY (${slugs})
    ) known JOIN "Organisation" o ON o."id" = known."id" WHERE ${seenEntries(actor)}`;
  const keys = rows.flatMap((row) => row.keys.key ?? []);
  const byKey =
    key === null || keys.length === 0
      ? []
      : await db.$queryRaw<(Match & { key: string })[]>`
          SELECT o."id", o."slug", k."changeSetId" AS since, k."key" FROM "ImportKey" k JOIN "Organisation" o ON o."id" = k."organisationId"
          WHERE k."sourceId" = ${key.sourceId} AND k."column" = ${key.column} AND k."key" = ANY (${keys}) AND ${seenEntries(actor)}`;
  const slugNamed = new Map(bySlug.map(({ asked, ...found }) => [asked, found]));
  const keyNamed = new Map(byKey.map(({ key: own, ...found }) => [own, found]));
  return rows.map(({ keys: own, decision }) => {
    const known = own.key === undefined ? undefined : keyNamed.get(own.key);
    if (own.slug !== undefined) {
      const found = slugNamed.get(own.slug);
      return found ? { ...found, since: known?.id === found.id ? known.since : null } : "unknown";
    }
    if (known) return known;
    const chosen = slugNamed.get(chosenSlug(decision) ?? "");
    return chosen ? { ...chosen, since: null } : null;
  });
}

const usable = (channel: "phone" | "email", raws: unknown): string[] =>
  (Array.isArray(raws) ? (raws as string[]) : []).flatMap((raw) => {
    const value = contactValue({ channel, raw, state: "ok" });
    return value.ok && value.value !== null ? [value.value] : [];
  });

/** What a row has in common with an entry: a name or another of its names, an acronym, a telephone, an address of mail. */
const tracesOf = ({ given }: ReadRow) => ({
  name: typeof given.name === "string" ? fold(given.name) : "",
  acronym: typeof given.acronym === "string" ? fold(given.acronym) : "",
  phones: usable("phone", given["contacts:phone"]),
  emails: usable("email", given["contacts:email"]),
});

type Trace = { id: number; slug: string; name: string; trace: string; why: "name" | "acronym" | "phone" | "email" };

/** The entries that each row resembles. */
export async function resembling(actor: Actor, db: Db, rows: readonly ReadRow[]): Promise<Candidate[][]> {
  const traces = rows.map(tracesOf);
  const of = (pick: (trace: (typeof traces)[number]) => string | string[]) => [...new Set(traces.flatMap(pick).filter((text) => text !== ""))];
  const [names, acronyms, contacts] = [of(({ name }) => name), of(({ acronym }) => acronym), of(({ phones, emails }) => [...phones, ...emails])];
  const found = await db.$queryRaw<Trace[]>`
    SELECT DISTINCT o."id", o."slug", o."name", t.trace, t.why FROM (
      SELECT "id", "nameKey" AS trace, 'name' AS why FROM "Organisation" WHERE "nameKey" = ANY (${names})
      UNION ALL SELECT "organisationId", "nameKey", 'name' FROM "Alias" WHERE "nameKey" = ANY (${names})
      UNION ALL SELECT "id", fold("acronym"), 'acronym' FROM "Organisation" WHERE fold("acronym") = ANY (${acronyms})
      UNION ALL SELECT "organisationId", "usable", "channel"::text FROM "Statement"
        WHERE "usable" = ANY (${contacts}) AND "channel" IN ('phone', 'email') AND "withdrawnById" IS NULL AND "organisationId" IS NOT NULL
    ) t JOIN "Organisation" o ON o."id" = t."id" WHERE ${seenEntries(actor)} ORDER BY o."id"`;
  const byTrace = new Map<string, Trace[]>();
  for (const one of found) byTrace.set(`${one.why} ${one.trace}`, [...(byTrace.get(`${one.why} ${one.trace}`) ?? []), one]);
  return traces.map(({ name, acronym, phones, emails }) => {
    const keys = [`name ${name}`, `acronym ${acronym}`, ...phones.map((phone) => `phone ${phone}`), ...emails.map((email) => `email ${email}`)];
    const candidates = new Map<number, Extract<Candidate, { slug: string }>>();
    for (const { id, slug, name: own, why } of keys.flatMap((key) => byTrace.get(key) ?? [])) {
      const known = candidates.get(id) ?? { slug, name: own, why: [] };
      candidates.set(id, { ...known, why: [...new Set([...known.why, why])] });
    }
    return [...candidates.values()].slice(0, 10);
  });
}
