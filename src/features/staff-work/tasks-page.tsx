import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canKeepNotes } from "@/auth/permissions";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { countTasks, listTasks, TASK_PAGE_SIZE } from "@/data/staff-work/work";
import type { Actor } from "@/domain/actor";
import { TASK_LISTS } from "@/domain/staff-work";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { pageOf, type Search } from "@/lib/http/search";
import { WorkDone } from "./on-entry";
import { TaskTable } from "./task-table";

const PATH = "/admin/taches";

/** How many tasks wait for the person who asks, on the first page of staff. */
export async function TasksLine({ locale, actor }: { locale: Locale; actor: Actor }) {
  const t = translator(locale, "staffWork");
  const { mine, late } = await countTasks(actor);
  return (
    <p>
      <a href={localPath(locale, PATH)}>{t("waiting", { count: mine })}</a>
      {late > 0 ? (
        <>
          {", "}
          <a href={localPath(locale, `${PATH}?liste=late`)}>{t("late", { count: late })}</a>
        </>
      ) : null}
      .
    </p>
  );
}

type Props = { locale: Locale; search: Search; signOut: ReactNode };

/** `/admin/taches`: one's own tasks, all of them, those that are late, those that are done. */
export async function TasksPage({ locale, search, signOut }: Props) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: PATH, may: canKeepNotes, wanted: "tasks" });
  const t = translator(locale, "staffWork");
  const list = TASK_LISTS.find((one) => one === search.liste) ?? "mine";
  const page = pageOf(search.page);
  const [{ total, tasks }, counts] = await Promise.all([listTasks(actor, list, page), countTasks(actor)]);
  const hrefOf = (wanted: string, next = 1) => localPath(locale, `${PATH}?liste=${wanted}${next > 1 ? `&page=${next}` : ""}`);
  return (
    <StaffFrame
      locale={locale}
      actor={actor}

      title={t("title")}
      lead={t("lead")}
      tab={PATH}
      signOut={signOut}
    >
      <WorkDone locale={locale} done={search.travail} />
      <ul className="my-4 flex flex-wrap gap-x-6 gap-y-2">
        {TASK_LISTS.map((one) => (
          <li key={one}>
            <a className="inline-block py-1" href={hrefOf(one)} aria-current={one === list ? "page" : undefined}>
              {t(`listOf.${one}`)}
              {one === "done" ? null : ` (${counts[one]})`}
            </a>
          </li>
        ))}
      </ul>
      <p role="status" className="strong">
        {t("total", { count: total })}
      </p>
      {tasks.length > 0 ? <TaskTable locale={locale} actor={actor} tasks={tasks} back={PATH} withEntry /> : null}
      <Pagination locale={locale} page={page} pageCount={Math.ceil(total / TASK_PAGE_SIZE)} hrefOf={(next) => hrefOf(list, next)} />
    </StaffFrame>
  );
}
