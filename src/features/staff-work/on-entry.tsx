import { requireActor } from "@/auth/actor";
import { canEraseWork, canKeepNotes } from "@/auth/permissions";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { Notice } from "@/components/notice";
import { people } from "@/data/staff-work/people";
import { workOn } from "@/data/staff-work/work";
import { type Locale, pathsIn } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { addNoteAction, addTaskAction, workAction } from "./actions";
import { TaskTable } from "./task-table";

const DONE = ["note", "task", "erased", "marked", "refused"] as const;

/** What became of the last thing that was done to notes and tasks. */
export function WorkDone({ locale, done }: { locale: Locale; done: unknown }) {
  const word = DONE.find((one) => one === done);
  return word ? <Notice kind={word === "refused" ? "error" : "success"}>{translator(locale, "staffWork")(`done.${word}`)}</Notice> : null;
}

/** The internal notes and tasks of an entry, on its staff page. */
export async function WorkOnEntry({ locale, slug, done }: { locale: Locale; slug: string; done: unknown }) {
  const path = `/admin/organisations/${slug}`;
  const actor = await requireActor(pathsIn(locale), path);
  const work = await workOn(actor, slug);
  if (!work || !canKeepNotes(actor)) return null;
  const t = translator(locale, "staffWork");
  const { notes, tasks } = work;
  const open = tasks.filter(({ doneAt }) => doneAt === null).length;
  const options = [
    { value: "", label: translator(locale, "admin")("choose") },
    ...(await people()).map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <details id="travail" className="my-5" open={DONE.some((one) => one === done) || open > 0}>
      <summary>
        {t("workTitle")} ({notes.length + open})
      </summary>
      <WorkDone locale={locale} done={done} />
      <p className="field-hint my-3">{t("workHint")}</p>
      {notes.length > 0 ? (
        <form action={workAction.bind(null, locale, path)}>
          <ul className="my-4 grid gap-4">
            {notes.map((note) => {
              const when = formatMoment(locale, note.createdAt);
              return (
                <li key={note.id}>
                  <p className="written-lines">{note.text}</p>
                  <p className="aside">{t("noteBy", { author: note.author, when })}</p>
                  {canEraseWork(actor, note) ? (
                    <button
                      className="btn btn-quiet"
                      type="submit"
                      name="travail"
                      value={`erase-note ${note.id}`}
                      aria-label={t("eraseNoteOf", { author: note.author, when })}
                    >
                      {t("erase")}
                    </button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </form>
      ) : null}
      {tasks.length > 0 ? <TaskTable locale={locale} actor={actor} tasks={tasks} back={path} withEntry={false} /> : null}
      <div className="grid gap-x-8 sm:grid-cols-2">
        <div className="my-4">
          <FieldsForm
            id="note"
            controls={[{ name: "text", label: t("newNote"), type: "long", short: true }]}
            submit={t("addNote")}
            initial={firstFields()}
            action={addNoteAction.bind(null, locale, slug)}
          />
        </div>
        <div className="my-4">
          <FieldsForm
            id="tache"
            controls={[
              { name: "text", label: t("newTask"), type: "long", short: true },
              { name: "assigneeId", label: t("who"), type: "select", options },
              { name: "dueOn", label: t("due"), hint: t("dueHint"), type: "date" },
            ]}
            submit={t("addTask")}
            initial={firstFields()}
            action={addTaskAction.bind(null, locale, slug)}
          />
        </div>
      </div>
    </details>
  );
}
