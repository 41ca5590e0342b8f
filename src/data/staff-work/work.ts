import "server-only";
import type { Actor } from "@/domain/actor";
import type { TaskInput, TaskList } from "@/domain/staff-work";
import { database } from "../client";
import { seenBy, seenEntries } from "../editing/seen";
import { Prisma } from "../generated/prisma/client";

export type StaffNote = { id: number; text: string; authorId: number; author: string; createdAt: Date };
export type StaffTask = {
  id: number;
  text: string;
  slug: string;
  name: string;
  assignee: string;
  author: string;
  authorId: number;
  /** ISO 8601. */
  dueOn: string | null;
  isLate: boolean;
  doneAt: Date | null;
  doneBy: string | null;
};

/** SQL: what is due today is not late. */
const IS_LATE = Prisma.sql`(t."doneAt" IS NULL AND t."dueOn" < (now() AT TIME ZONE 'UTC')::date) IS TRUE`;

const TASKS = Prisma.sql`
  SELECT t."id", t."text", o."slug", o."name", assignee."name" AS assignee, author."name" AS author, t."authorId",
    t."dueOn"::text AS "dueOn", ${IS_LATE} AS "isLate", t."doneAt", done."name" AS "doneBy"
  FROM "StaffTask" t JOIN "Organisation" o ON o."id" = t."organisationId"
    JOIN "User" assignee ON assignee."id" = t."assigneeId" JOIN "User" author ON author."id" = t."authorId" LEFT JOIN "User" done ON done."id" = t."doneById"`;

/** What staff keep of an entry for themselves; null when there is none of that slug that this person may see. */
export async function workOn(actor: Actor, slug: string): Promise<{ notes: StaffNote[]; tasks: StaffTask[] } | null> {
  const db = database();
  const organisation = await db.organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true } });
  if (!organisation) return null;
  const [notes, tasks] = await Promise.all([
    db.$queryRaw<StaffNote[]>`
      SELECT n."id", n."text", n."authorId", u."name" AS author, n."createdAt" FROM "StaffNote" n JOIN "User" u ON u."id" = n."authorId"
      WHERE n."organisationId" = ${organisation.id} ORDER BY n."id" DESC`,
    db.$queryRaw<StaffTask[]>`${TASKS} WHERE t."organisationId" = ${organisation.id} ORDER BY t."doneAt" DESC NULLS FIRST, t."dueOn" ASC NULLS LAST, t."id"`,
  ]);
  return { notes, tasks };
}

/** Adds something of an entry that this person may see. @returns false when there is none */
async function add(actor: Actor, slug: string, write: (organisationId: number) => Promise<unknown>): Promise<boolean> {
  const organisation = await database().organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true } });
  if (organisation) await write(organisation.id);
  return organisation !== null;
}

/** @param actor who writes it; the caller has asked `canKeepNotes` */
export const addNote = (actor: Actor, slug: string, text: string): Promise<boolean> =>
  add(actor, slug, (organisationId) => database().staffNote.create({ data: { organisationId, text, authorId: actor.id } }));

/** @param actor who gives it; the caller has asked `canKeepNotes` */
export const addTask = (actor: Actor, slug: string, { text, assigneeId, dueOn }: TaskInput): Promise<boolean> =>
  add(actor, slug, (organisationId) =>
    database().staffTask.create({ data: { organisationId, text, assigneeId, dueOn: dueOn === null ? null : new Date(dueOn), authorId: actor.id } }),
  );

/** What an erasing must know of a note or a task, to ask whether this person may; null when there is none that they may see. */
export function findWork(actor: Actor, kind: "note" | "task", id: number): Promise<{ authorId: number } | null> {
  const where = { id, organisation: seenBy(actor) };
  const select = { authorId: true };
  return kind === "note" ? database().staffNote.findFirst({ where, select }) : database().staffTask.findFirst({ where, select });
}

/** Deletes a note or a task for good: nothing is left of it. */
export async function eraseWork(kind: "note" | "task", id: number): Promise<void> {
  await (kind === "note" ? database().staffNote.deleteMany({ where: { id } }) : database().staffTask.deleteMany({ where: { id } }));
}

/** Marks a task as done, or as still to be done. @param actor who says so; the caller has asked `canKeepNotes` */
export async function setTaskDone(actor: Actor, id: number, done: boolean): Promise<void> {
  const isSeen = { organisation: seenBy(actor) };
  if (done) {
    const seen = await database().staffTask.count({ where: { id, ...isSeen } });
    if (seen > 0) await database().$executeRaw`UPDATE "StaffTask" SET "doneAt" = now(), "doneById" = ${actor.id} WHERE "id" = ${id} AND "doneAt" IS NULL`;
  } else await database().staffTask.updateMany({ where: { id, ...isSeen }, data: { doneAt: null, doneById: null } });
}

export const TASK_PAGE_SIZE = 50;

/** The condition of each list, of tasks called `t`. */
const inList = (actor: Actor): Record<TaskList, Prisma.Sql> => ({
  mine: Prisma.sql`(t."doneAt" IS NULL AND t."assigneeId" = ${actor.id})`,
  all: Prisma.sql`t."doneAt" IS NULL`,
  late: IS_LATE,
  done: Prisma.sql`t."doneAt" IS NOT NULL`,
});

/** The tasks of a list, those that are due first before the others. */
export async function listTasks(actor: Actor, list: TaskList, page: number): Promise<{ total: number; tasks: StaffTask[] }> {
  const db = database();
  const isListed = Prisma.sql`${inList(actor)[list]} AND ${seenEntries(actor)}`;
  const order = list === "done" ? Prisma.sql`t."doneAt" DESC` : Prisma.sql`t."dueOn" ASC NULLS LAST, t."id"`;
  const [[count], tasks] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "StaffTask" t JOIN "Organisation" o ON o."id" = t."organisationId" WHERE ${isListed}`,
    db.$queryRaw<StaffTask[]>`${TASKS} WHERE ${isListed} ORDER BY ${order} LIMIT ${TASK_PAGE_SIZE} OFFSET ${(page - 1) * TASK_PAGE_SIZE}`,
  ]);
  return { total: count!.total, tasks };
}

/** How many tasks each list of open ones holds. */
export async function countTasks(actor: Actor): Promise<Record<"mine" | "all" | "late", number>> {
  const { mine, late } = inList(actor);
  const [counts] = await database().$queryRaw<Record<"mine" | "all" | "late", number>[]>`
    SELECT count(*) FILTER (WHERE ${mine})::int AS mine, count(*)::int AS "all", count(*) FILTER (WHERE ${late})::int AS late
    FROM "StaffTask" t JOIN "Organisation" o ON o."id" = t."organisationId" WHERE t."doneAt" IS NULL AND ${seenEntries(actor)}`;
  return counts!;
}
