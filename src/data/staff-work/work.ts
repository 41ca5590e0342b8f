import "server-only";
import type { Actor } from "@/domain/actor";
import type { TaskInput, TaskList } from "@/domain/staff-work";
import { database } from "../client";
import { seenBy } from "../editing/seen";
import type { Prisma } from "../generated/prisma/client";

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

const PERSON = { select: { name: true } } as const;
const TASK = { organisation: { select: { slug: true, name: true } }, assignee: PERSON, author: PERSON, doneBy: PERSON } as const;
type Row = Prisma.StaffTaskGetPayload<{ include: typeof TASK }>;

function toTask({ id, text, organisation, assignee, author, authorId, dueOn, doneAt, doneBy }: Row, today: Date): StaffTask {
  const isLate = doneAt === null && dueOn !== null && dueOn < today;
  const due = dueOn?.toISOString().slice(0, 10) ?? null;
  return { id, text, ...organisation, assignee: assignee.name, author: author.name, authorId, dueOn: due, isLate, doneAt, doneBy: doneBy?.name ?? null };
}

/** Midnight of today: what is due today is not late. */
async function midnight(): Promise<Date> {
  const [row] = await database().$queryRaw<{ today: Date }[]>`SELECT (now() AT TIME ZONE 'UTC')::date AS today`;
  return row!.today;
}

/** What staff keep of an entry for themselves; null when there is none of that slug that this person may see. */
export async function workOn(actor: Actor, slug: string): Promise<{ notes: StaffNote[]; tasks: StaffTask[] } | null> {
  const db = database();
  const organisation = await db.organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true } });
  if (!organisation) return null;
  const where = { organisationId: organisation.id };
  const [notes, tasks, today] = await Promise.all([
    db.staffNote.findMany({ where, include: { author: PERSON }, orderBy: { id: "desc" } }),
    db.staffTask.findMany({
      where,
      include: TASK,
      orderBy: [{ doneAt: { sort: "desc", nulls: "first" } }, { dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    }),
    midnight(),
  ]);
  return { notes: notes.map(({ author, ...note }) => ({ ...note, author: author.name })), tasks: tasks.map((row) => toTask(row, today)) };
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

function inList(actor: Actor, list: TaskList, today: Date): Prisma.StaffTaskWhereInput {
  const open = { doneAt: null, organisation: seenBy(actor) };
  switch (list) {
    case "mine":
      return { ...open, assigneeId: actor.id };
    case "all":
      return open;
    case "late":
      return { ...open, dueOn: { lt: today } };
    case "done":
      return { organisation: seenBy(actor), doneAt: { not: null } };
  }
}

/** The tasks of a list, those that are due first before the others. */
export async function listTasks(actor: Actor, list: TaskList, page: number): Promise<{ total: number; tasks: StaffTask[] }> {
  const db = database();
  const today = await midnight();
  const where = inList(actor, list, today);
  const orderBy: Prisma.StaffTaskOrderByWithRelationInput[] =
    list === "done" ? [{ doneAt: "desc" }] : [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }];
  const [total, rows] = await Promise.all([
    db.staffTask.count({ where }),
    db.staffTask.findMany({ where, include: TASK, orderBy, skip: (page - 1) * TASK_PAGE_SIZE, take: TASK_PAGE_SIZE }),
  ]);
  return { total, tasks: rows.map((row) => toTask(row, today)) };
}

/** How many tasks each list of open ones holds. */
export async function countTasks(actor: Actor): Promise<Record<"mine" | "all" | "late", number>> {
  const db = database();
  const today = await midnight();
  const [mine, all, late] = await Promise.all((["mine", "all", "late"] as const).map((list) => db.staffTask.count({ where: inList(actor, list, today) })));
  return { mine: mine!, all: all!, late: late! };
}
