import "server-only";
import type { Actor } from "@/domain/actor";
import { database } from "../client";

export type AccountChange = { id: number; at: Date; who: string; items: { field: string | null; after: unknown }[] };

const SHOWN = 50;

/** What was done to an account last, newest first: rights, links, passwords. For who manages accounts. */
export async function accountHistory(_actor: Actor, userId: number): Promise<AccountChange[]> {
  const rows = await database().changeSet.findMany({
    where: { items: { some: { userId } } },
    select: { id: true, at: true, actorName: true, items: { where: { userId }, select: { field: true, after: true }, orderBy: { id: "asc" } } },
    orderBy: { id: "desc" },
    take: SHOWN,
  });
  return rows.map(({ actorName, ...row }) => ({ ...row, who: actorName }));
}
