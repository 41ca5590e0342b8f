import "server-only";
import { database } from "../client";

/** Those who can be given a task: the open accounts, by name. */
export function people(): Promise<{ id: number; name: string }[]> {
  return database().user.findMany({ where: { disabledAt: null }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
}

/** Whether somebody can be given a task. */
export const isOpenAccount = async (id: number): Promise<boolean> => (await database().user.count({ where: { id, disabledAt: null } })) === 1;

/** Those who have changed something, closed accounts too, by name. */
export function everyChanger(): Promise<{ id: number; name: string }[]> {
  return database().$queryRaw`
    SELECT u."id", u."name" FROM "User" u WHERE EXISTS (SELECT FROM "ChangeSet" c WHERE c."actorId" = u."id") ORDER BY u."name", u."id"`;
}
