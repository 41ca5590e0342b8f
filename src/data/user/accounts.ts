import "server-only";
import { straightApostrophes } from "@/domain/fold";
import type { UserRole } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { Prisma } from "../generated/prisma/client";

/** An account without its secrets, as lists show it. */
export type Account = {
  id: number;
  email: string;
  name: string;
  role: UserRole;
  mustChange: boolean;
  /** Granted; administrators see what is confidential anyway. */
  seesConfidential: boolean;
  disabledAt: Date | null;
  createdAt: Date;
};

const withoutSecrets = {
  ...{ id: true, email: true, name: true, role: true, mustChange: true, seesConfidential: true, disabledAt: true, createdAt: true },
} as const;

/** E-mail addresses are compared without case, as every mail provider does, and with the apostrophe that phones curl straight again. */
export function normaliseEmail(email: string): string {
  return straightApostrophes(email.trim().toLowerCase());
}

export function countAccounts(): Promise<number> {
  return database().user.count();
}

export function listAccounts(): Promise<Account[]> {
  return database().user.findMany({ select: withoutSecrets, orderBy: [{ disabledAt: { sort: "desc", nulls: "first" } }, { name: "asc" }] });
}

export function findAccount(email: string): Promise<Account | null> {
  return database().user.findUnique({ where: { email: normaliseEmail(email) }, select: withoutSecrets });
}

export function findAccountById(id: number): Promise<Account | null> {
  return database().user.findUnique({ where: { id }, select: withoutSecrets });
}

export type Credentials = Account & {
  /** null: not chosen yet. */ passwordHash: string | null;
  /** It was to be used once, and was not used in time. */ hasEnded: boolean;
};

/** The account of a sign-in with its hash; disabled ones too, the caller decides. */
export async function findCredentials(email: string): Promise<Credentials | null> {
  const found = await database().user.findUnique({ where: { email: normaliseEmail(email) }, select: { ...withoutSecrets, passwordHash: true } });
  return found && { ...found, hasEnded: found.mustChange && (await oneTimePasswordHasEnded(found.id)) };
}

/** How long a one-time password may be used. */
export const ONE_TIME_HOURS = 72;

/** By the clock of the database, which all servers share. */
const notePasswordSet = (tx: Db, id: number) => tx.$executeRaw`update "User" set "passwordSetAt" = now() where "id" = ${id}`;

async function oneTimePasswordHasEnded(id: number): Promise<boolean> {
  const rows = await database().$queryRaw<{ ended: boolean }[]>`
    select now() > "passwordSetAt" + make_interval(hours => ${ONE_TIME_HOURS}::int) as "ended" from "User" where "id" = ${id}`;
  return rows[0]?.ended ?? true;
}

/** Who opens, closes or changes an account: a person signed in, or a command by its name. */
export type AccountAuthor = { actor: { id: number; name: string } } | { importName: string };

type NewAccount = { email: string; name: string; role: UserRole; passwordHash: string | null; mustChange: boolean };

/** Makes an account as a part of a transaction. @throws P2002 when the e-mail has one already */
export async function insertAccount(tx: Db, account: NewAccount, author: AccountAuthor): Promise<Account> {
  const created = await tx.user.create({ data: { ...account, email: normaliseEmail(account.email) }, select: withoutSecrets });
  await notePasswordSet(tx, created.id);
  await acceptChangeSet(tx, { author, action: "created" }, { items: [{ userId: created.id, field: "role", before: null, after: created.role }] });
  return created;
}

/**
 * Creates an account.
 * @returns null when the e-mail has one already
 */
export async function createAccount(account: NewAccount, author: AccountAuthor): Promise<Account | null> {
  try {
    return await database().$transaction((tx) => insertAccount(tx, account, author));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}

/**
 * Sets a password and ends every other session of the account: whoever knew the old one is out. The history tells that it was set, and
 * never what it is.
 */
export async function setPassword(
  id: number,
  password: { passwordHash: string; mustChange: boolean },
  author: AccountAuthor,
  keepSession?: string,
): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: password });
    await notePasswordSet(tx, id);
    await tx.session.updateMany({
      where: { userId: id, revokedAt: null, ...(keepSession ? { id: { not: keepSession } } : {}) },
      data: { revokedAt: await databaseTime(tx) },
    });
    await acceptChangeSet(tx, { author, action: "updated" }, { items: [{ userId: id, field: "password" }] });
  });
}

/**
 * Opens or closes an account; closing ends its sessions at once.
 * @returns false when it would close the last open administrator, or there is no such account
 */
export async function setDisabled(id: number, disabled: boolean, author: AccountAuthor): Promise<boolean> {
  return database().$transaction(async (tx) => {
    // Two administrators closing each other at the same moment must not both succeed.
    const administrators = await tx.$queryRaw<{ id: number }[]>`
      select "id" from "User" where "role" = 'admin' and "disabledAt" is null order by "id" for update`;
    if (disabled && administrators.length === 1 && administrators[0]?.id === id) return false;
    const before = await tx.user.findUnique({ where: { id }, select: { disabledAt: true } });
    if (!before) return false;
    const now = await databaseTime(tx);
    const after = disabled ? now : null;
    await tx.user.update({ where: { id }, data: { disabledAt: after } });
    if (disabled) await tx.session.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } });
    const item = { userId: id, field: "disabled_at", before: before.disabledAt?.toISOString() ?? null, after: after?.toISOString() ?? null };
    await acceptChangeSet(tx, { author, action: "updated" }, { items: [item] });
    return true;
  });
}

/** Grants an account what is confidential, or takes that back; doing either twice changes nothing. @returns false when there is no such account */
export async function setSeesConfidential(id: number, granted: boolean, author: AccountAuthor): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ seesConfidential: boolean }[]>`select "seesConfidential" from "User" where "id" = ${id} for update`;
    if (!found || found.seesConfidential === granted) return found !== undefined;
    await tx.user.update({ where: { id }, data: { seesConfidential: granted } });
    const item = { userId: id, field: "sees_confidential", before: found.seesConfidential, after: granted };
    await acceptChangeSet(tx, { author, action: "updated" }, { items: [item] });
    return true;
  });
}
