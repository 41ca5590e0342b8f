"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canEraseWork, canKeepNotes } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { fieldsAgain, type FieldsState, typedIn } from "@/components/fields-state";
import { isOpenAccount } from "@/data/staff-work/people";
import { addNote, addTask, eraseWork, findWork, setTaskDone } from "@/data/staff-work/work";
import { noteInput, taskInput, WORK_TEXT_MAX, type WorkProblem } from "@/domain/staff-work";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { logger } from "@/lib/logger";

const actorAt = (locale: Locale, back: string) => requireAllowed({ toPath: pathsIn(locale), back, may: canKeepNotes, wanted: "notes" });

const entryPath = (slug: unknown) => `/admin/organisations/${encodeURIComponent(String(slug))}`;

/** One character more than may be kept: what is too long is told, and not cut off. */
const workTyped = (form: FormData) => typedIn(form, ["text", "assigneeId", "dueOn"], WORK_TEXT_MAX + 1);

type Problem = { path: PropertyKey[]; message: string };

/** The form again, with what was typed. */
function refused(locale: Locale, before: FieldsState, typed: FieldsState["typed"], problems: readonly Problem[]): FieldsState {
  const t = translator(locale, "staffWork");
  const errors = problems.map(({ path: [control], message }) => [control, t(`problem.${message as WorkProblem}`, { max: WORK_TEXT_MAX })]);
  return fieldsAgain(before, typed, { errors: Object.fromEntries(errors), notice: t("problem.title") });
}

/** Adds a note to an entry; what is refused comes back as it was typed. */
export async function addNoteAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await actorAt(locale, entryPath(slug));
  const typed = workTyped(form);
  const parsed = noteInput.safeParse(typed);
  if (!parsed.success) return refused(locale, before, typed, parsed.error.issues);
  const added = await addNote(actor, String(slug), parsed.data.text);
  redirect(localPath(locale, added ? `${entryPath(slug)}?travail=note#travail` : "/admin"));
}

/** Gives a task about an entry; what is refused comes back as it was typed. */
export async function addTaskAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await actorAt(locale, entryPath(slug));
  const typed = workTyped(form);
  const parsed = taskInput.safeParse(typed);
  if (!parsed.success) return refused(locale, before, typed, parsed.error.issues);
  if (!(await isOpenAccount(parsed.data.assigneeId))) return refused(locale, before, typed, [{ path: ["assigneeId"], message: "required" }]);
  const added = await addTask(actor, String(slug), parsed.data);
  redirect(localPath(locale, added ? `${entryPath(slug)}?travail=task#travail` : "/admin"));
}

/** Marks a task as done or still to be done, or erases a task or a note, as the pressed button says; then back to where it was. */
export async function workAction(givenLocale: string, back: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  // A path of ours, whatever the browser sent.
  const path = /^\/admin\/(taches|organisations\/[a-z0-9-]+)$/.exec(String(back))?.[0] ?? "/admin/taches";
  const actor = await actorAt(locale, path);
  const [, verb = "", number = "0"] = /^(done|open|erase-task|erase-note) ([1-9]\d{0,8})$/.exec(String(form.get("travail"))) ?? [];
  const id = Number(number);
  const answer = (done: string) => redirect(localPath(locale, `${path}?travail=${done}#travail`));
  if (verb === "done" || verb === "open") await setTaskDone(actor, id, verb === "done");
  else if (verb !== "") {
    const kind = verb === "erase-task" ? "task" : "note";
    const found = await findWork(actor, kind, id);
    if (found && !canEraseWork(actor, found)) {
      await noteRefusal(actor, "erase_work");
      answer("refused");
    }
    if (found) await eraseWork(kind, id);
    logger.info({ event: "staff_work_erased", user: actor.id, kind });
    answer("erased");
  }
  answer("marked");
}
