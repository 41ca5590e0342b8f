import { z } from "zod";

/** The most that a note or a task may say. */
export const WORK_TEXT_MAX = 2000;

const text = z.string("required").trim().min(1, "required").max(WORK_TEXT_MAX, "too_long");
export const noteInput = z.object({ text });
export const taskInput = z.object({
  text,
  assigneeId: z.coerce.number("required").int("required").positive("required").max(2_147_483_647, "required"),
  dueOn: z.preprocess((value) => (value === "" ? null : value), z.iso.date("not_a_date").nullable()),
});
export type TaskInput = z.output<typeof taskInput>;
export type WorkProblem = "required" | "too_long" | "not_a_date";

/** Which tasks a list shows: one's own that are open, all that are open, those that are late, those that are done. */
export const TASK_LISTS = ["mine", "all", "late", "done"] as const;
export type TaskList = (typeof TASK_LISTS)[number];
