import "server-only";
import { RIGHTS, type Reach } from "@/domain/rights";
import { USER_ROLES } from "@/domain/vocabularies";
import { database } from "../client";
import type { Reviewer } from "./queue";

export type Reminded = Reviewer & { name: string; email: string };

const DECIDING = USER_ROLES.filter((role) => (RIGHTS.decide[role] as Reach) !== "none");

/** The open accounts of those who may decide on proposals, and who were told of none for a day. */
export async function whoMayBeReminded(): Promise<Reminded[]> {
  const due = await database().$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "User" WHERE "disabledAt" IS NULL AND "passwordHash" IS NOT NULL AND ("remindedAt" IS NULL OR "remindedAt" <= now() - interval '1 day')`;
  const users = await database().user.findMany({
    where: { id: { in: due.map(({ id }) => id) }, role: { in: DECIDING } },
    select: {
      ...{ id: true, name: true, email: true, role: true, seesConfidential: true },
      zones: { select: { zone: { select: { path: true } } } },
      organisations: { select: { organisationId: true } },
    },
    orderBy: { id: "asc" },
  });
  return users.map(({ zones, organisations, ...user }) => ({
    ...user,
    zonePaths: zones.map(({ zone }) => zone.path),
    entryIds: organisations.map(({ organisationId }) => organisationId),
  }));
}

/** Takes it upon this process to tell a person today: of several that ask at once, one is told yes. */
export async function claimReminder({ id }: Pick<Reminded, "id">): Promise<boolean> {
  const claimed = await database().$executeRaw`
    UPDATE "User" SET "remindedAt" = now() WHERE "id" = ${id} AND "disabledAt" IS NULL AND ("remindedAt" IS NULL OR "remindedAt" <= now() - interval '1 day')`;
  return claimed === 1;
}

/** Lets it be tried again: the message did not leave. */
export const giveBackReminder = async ({ id }: Pick<Reminded, "id">): Promise<void> =>
  void (await database().user.update({ where: { id }, data: { remindedAt: null } }));
