import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { RESERVED } from "@/domain/change";
import { fold } from "@/domain/fold";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { saidOf, type KeptStatement } from "./statements";

/** A value as it is compared: its letters and digits, without accents. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");

/** Shorter ones are found in any text. */
const SHORTEST = 4;

/** Tells a value that was public once and was made restricted since. */
export type Reserved = {
  hides: (statement: Pick<KeptStatement, "value" | "words" | "contact">) => boolean;
  /** A value of the history, or what stands for it where it is hidden. */
  masked: (value: unknown) => unknown;
};

type Texts = { texts: string[]; isContact: boolean };

async function reservedAmong(db: Db, organisationId: number, condition: Prisma.Sql): Promise<Reserved> {
  const rows = await db.$queryRaw<{ text: string }[]>`
    SELECT unnest(ARRAY[r."text", r."raw", r."usable"]) AS text FROM "RestrictedStatement" r
    WHERE r."organisationId" = ${organisationId} AND r."erasedById" IS NULL AND (${condition})`;
  const secrets = rows.map(({ text }) => bare(text ?? "")).filter(({ length }) => length >= SHORTEST);
  const now = secrets.length === 0 ? [] : (await saidOf(db, [organisationId])).get(organisationId)!;
  // What everybody reads today is no secret of yesterday.
  const open = new Set(now.map(({ value }) => bare(value)));
  const isHidden = ({ texts, isContact }: Texts): boolean =>
    !open.has(bare(texts[0] ?? "")) &&
    texts.map(bare).some((own) => secrets.some((secret) => own.includes(secret) || (isContact && own.length > SHORTEST && secret.includes(own))));
  const textsOf = (value: unknown): Texts => {
    if (typeof value !== "object" || value === null) return { texts: [String(value ?? "")], isContact: false };
    return { texts: Object.values(value).map(String), isContact: "channel" in value };
  };
  const masked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(masked);
    const { texts, isContact } = textsOf(value);
    // Of a contact, what it says: the rest are codes.
    return isHidden({ texts: isContact ? [String((value as { raw?: unknown }).raw)] : texts, isContact }) ? RESERVED : value;
  };
  return {
    hides: ({ value, words, contact }) => isHidden({ texts: [value, words ?? "", contact?.usable ?? ""], isContact: contact !== null }),
    masked,
  };
}

/** What this person may not see of the former values of an entry: what is, or was, restricted beyond their sight. */
export function reservedFrom(actor: Actor, db: Db, organisationId: number): Promise<Reserved> {
  const seen = [...visibilitiesSeenBy(actor)];
  return reservedAmong(db, organisationId, Prisma.sql`r."visibility"::text <> ALL (${seen})`);
}

/** What must not be said in public again, by whoever: what is restricted now. */
export const reservedNow = (db: Db, organisationId: number): Promise<Reserved> => reservedAmong(db, organisationId, Prisma.sql`r."withdrawnById" IS NULL`);
