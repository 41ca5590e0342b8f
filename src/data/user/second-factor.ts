import "server-only";
import type { UserRole } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import type { AccountAuthor } from "./accounts";

/** `codesLeft`: recovery codes that were not used. */
export type SecondFactor = { secret: string; confirmedAt: Date | null; codesLeft: number };

/** The second factor of a person, confirmed or begun; null when there is none. */
export async function findSecondFactor(userId: number): Promise<SecondFactor | null> {
  const [factor, codesLeft] = await Promise.all([
    database().secondFactor.findUnique({ where: { userId }, select: { secret: true, confirmedAt: true } }),
    database().recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  return factor && { ...factor, codesLeft };
}

/** Keeps a secret until a code of it confirms it; a confirmed one stays as it is. */
export async function beginSecondFactor(userId: number, secret: string): Promise<void> {
  await database().secondFactor.createMany({ data: { userId, secret }, skipDuplicates: true });
}

/** Notes that a code of this step was used. @returns false when it, or a later one, was used before */
export async function spendStep(userId: number, step: number): Promise<boolean> {
  const { count } = await database().secondFactor.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } });
  return count === 1;
}

/** Notes that a recovery code was used. @returns false when there is none of that digest, or it was used before */
export async function spendRecoveryCode(userId: number, digest: string): Promise<boolean> {
  const now = await databaseTime(database());
  const { count } = await database().recoveryCode.updateMany({ where: { userId, digest, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

const note = (tx: Db, author: AccountAuthor, userId: number, after: string | null) =>
  acceptChangeSet(tx, { author, action: "updated" }, { items: [{ userId, field: "second_factor", after }] });

/** Puts these recovery codes in the place of those that there were. @param keepSession the only session that goes on, when this makes the factor count */
export async function confirmSecondFactor(userId: number, digests: readonly string[], author: AccountAuthor, keepSession: string | null): Promise<void> {
  await database().$transaction(async (tx) => {
    const now = await databaseTime(tx);
    if (keepSession !== null) {
      await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: now } });
      // They were opened with a password alone.
      await tx.session.updateMany({ where: { userId, revokedAt: null, id: { not: keepSession } }, data: { revokedAt: now } });
    }
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.recoveryCode.createMany({ data: digests.map((digest) => ({ userId, digest })) });
    await note(tx, author, userId, keepSession === null ? "codes" : "set");
  });
}

/** Takes the second factor of a person away. @returns false when there was none */
export async function removeSecondFactor(userId: number, author: AccountAuthor): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    if (count > 0) await note(tx, author, userId, null);
    return count > 0;
  });
}

/** The roles whose people must have a second factor. */
export async function rolesWithSecondFactor(): Promise<UserRole[]> {
  return (await database().secondFactorRole.findMany()).map(({ role }) => role);
}

/** Says which roles must have a second factor. @param author whose history tells it */
export async function demandSecondFactor(roles: readonly UserRole[], author: { id: number; name: string }): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.secondFactorRole.deleteMany();
    await tx.secondFactorRole.createMany({ data: [...new Set(roles)].map((role) => ({ role })) });
    await acceptChangeSet(
      tx,
      { author: { actor: author }, action: "updated" },
      { items: [{ userId: author.id, field: "second_factor_roles", after: [...roles] }] },
    );
  });
}

/** Those who have one, of all accounts. */
export async function withSecondFactor(): Promise<ReadonlySet<number>> {
  const rows = await database().secondFactor.findMany({ where: { confirmedAt: { not: null } }, select: { userId: true } });
  return new Set(rows.map(({ userId }) => userId));
}
