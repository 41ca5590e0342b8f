import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { historyOf } from "@/data/change/history";
import { addNote, addTask, countTasks, eraseWork, findWork, listTasks, setTaskDone, workOn } from "@/data/staff-work/work";
import type { Actor } from "@/domain/actor";
import { editingFromNothing } from "../support/editing";
import { makeActor } from "../support/factories";

const { made, create, change } = editingFromNothing();
let editor: Actor;
let slug: string;

beforeAll(async () => {
  editor = await makeActor();
  slug = await create({ name: "Essai des tâches" });
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const give = (text: string, assignee: Actor, dueOn: string | null) => addTask(made.actor, slug, { text, assigneeId: assignee.id, dueOn });
const textsOf = async (actor: Actor, list: "mine" | "all" | "late" | "done") => (await listTasks(actor, list, 1)).tasks.map(({ text }) => text);

describe("notes and tasks of an entry", () => {
  it("say who wrote or does them and by when, and stand in the lists of who they are for", async () => {
    expect(await addNote(editor, slug, "Essai : ne répond plus")).toBe(true);
    await give("Essai : rappeler", editor, day(3));
    await give("Essai : relancer", editor, day(-1));
    await give("Essai : aujourd’hui", made.actor, day(0));
    await give("Essai : un jour", made.actor, null);
    expect((await workOn(made.actor, slug))!.notes).toMatchObject([{ text: "Essai : ne répond plus", author: editor.name }]);
    expect(await textsOf(editor, "mine")).toEqual(["Essai : relancer", "Essai : rappeler"]);
    expect(await textsOf(editor, "late")).toEqual(["Essai : relancer"]);
    expect(await textsOf(made.actor, "all")).toEqual(["Essai : relancer", "Essai : aujourd’hui", "Essai : rappeler", "Essai : un jour"]);
    expect(await countTasks(made.actor)).toEqual({ mine: 2, all: 4, late: 1 });
  });

  it("are done by somebody at some time, and can be opened again", async () => {
    const { id } = (await listTasks(editor, "late", 1)).tasks[0]!;
    await setTaskDone(editor, id, true);
    expect((await listTasks(editor, "done", 1)).tasks).toMatchObject([{ text: "Essai : relancer", doneBy: editor.name, isLate: false }]);
    expect((await countTasks(editor)).late).toBe(0);
    await setTaskDone(made.actor, id, false);
    expect((await countTasks(editor)).late).toBe(1);
  });

  it("leave no trace once they are erased, in no table and no history", async () => {
    const { notes, tasks } = (await workOn(editor, slug))!;
    await eraseWork("note", notes[0]!.id);
    for (const { id } of tasks) await eraseWork("task", id);
    expect(await workOn(editor, slug)).toEqual({ notes: [], tasks: [] });
    expect(JSON.stringify(await historyOf(made.actor, slug, 1))).not.toContain("rappeler");
    expect(await database().changeSet.count({ where: { note: { contains: "ne répond plus" } } })).toBe(0);
  });

  it("of an entry that a person may not see are not theirs to read, count, add, do or erase", async () => {
    await addNote(made.actor, slug, "Essai caché");
    await give("Essai caché", editor, day(-1));
    await change(slug, { visibility: "confidential" });
    const own = (await workOn(made.actor, slug))!;
    expect(await workOn(editor, slug)).toBeNull();
    expect(await addNote(editor, slug, "Essai")).toBe(false);
    expect(await countTasks(editor)).toEqual({ mine: 0, all: 0, late: 0 });
    expect(await findWork(editor, "note", own.notes[0]!.id)).toBeNull();
    await setTaskDone(editor, own.tasks[0]!.id, true);
    expect((await workOn(made.actor, slug))!.tasks[0]!.doneAt).toBeNull();
  });
});
