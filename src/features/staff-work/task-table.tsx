import { canEraseWork } from "@/auth/permissions";
import { Table, type Column } from "@/components/table";
import type { StaffTask } from "@/data/staff-work/work";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, formatMoment, translator } from "@/i18n/translator";
import { workAction } from "./actions";

type Props = {
  locale: Locale;
  actor: Actor;
  tasks: readonly StaffTask[];
  /** The page that they stand on, to come back to. */
  back: string;
  /** Whether each names its entry. */
  withEntry: boolean;
};

/** Tasks, each with its buttons. */
export function TaskTable({ locale, actor, tasks, back, withEntry }: Props) {
  const t = translator(locale, "staffWork");
  const entry: Column<StaffTask> = { head: t("entry"), cell: ({ slug, name }) => <a href={localPath(locale, `/admin/organisations/${slug}`)}>{name}</a> };
  const columns: Column<StaffTask>[] = [
    {
      head: t("task"),
      cell: ({ text, author }) => (
        <>
          {text} <span className="aside block">{t("by", { author })}</span>
        </>
      ),
    },
    ...(withEntry ? [entry] : []),
    { head: t("who"), cell: ({ assignee }) => assignee },
    {
      head: t("due"),
      cell: ({ dueOn, isLate, doneAt, doneBy }) =>
        doneAt ? (
          t("doneBy", { who: doneBy ?? "", when: formatMoment(locale, doneAt) })
        ) : (
          <>
            {dueOn ? formatDate(locale, dueOn) : t("noDue")}
            {isLate ? <strong>{`, ${t("isLate")}`}</strong> : null}
          </>
        ),
    },
    {
      head: t("actions"),
      cell: (task) => (
        <span className="flex flex-wrap gap-2">
          <button
            className="btn btn-quiet"
            type="submit"
            name="travail"
            value={`${task.doneAt ? "open" : "done"} ${task.id}`}
            aria-label={t(task.doneAt ? "reopenOf" : "markDoneOf", { text: task.text })}
          >
            {t(task.doneAt ? "reopen" : "markDone")}
          </button>
          {canEraseWork(actor, task) ? (
            <button className="btn btn-quiet" type="submit" name="travail" value={`erase-task ${task.id}`} aria-label={t("eraseTaskOf", { text: task.text })}>
              {t("erase")}
            </button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <form action={workAction.bind(null, locale, back)}>
      <Table rows={tasks} keyOf={({ id }) => id} columns={columns} />
    </form>
  );
}
