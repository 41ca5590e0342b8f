import { notFound } from "next/navigation";
import { canUndoBulk } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { Notice } from "@/components/notice";
import { bulkSet, bulkTasks } from "@/data/bulk/result";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { takeBackAction, undoBulkAction } from "./actions";

type Named = { slug: string; name: string };

function Entries({ locale, entries, count }: { locale: Locale; entries: readonly Named[]; count: number }) {
  return (
    <ul className="my-4">
      {entries.map(({ slug, name }) => (
        <li key={slug}>
          <a className="inline-block py-1" href={localPath(locale, `/admin/organisations/${slug}/historique`)}>
            {name}
          </a>
        </li>
      ))}
      {count > entries.length ? <li className="soft">{translator(locale, "bulk")("more", { count: count - entries.length })}</li> : null}
    </ul>
  );
}

const Back = ({ locale }: { locale: Locale }) => (
  <p className="my-5">
    <a href={localPath(locale, "/admin")}>{translator(locale, "bulk")("back")}</a>
  </p>
);

/** A change of many entries, and the button that undoes it. */
export async function BulkSetResult({ locale, actor, id, undone }: { locale: Locale; actor: Actor; id: number; undone: unknown }) {
  const set = await bulkSet(actor, id);
  if (!set) notFound();
  const t = translator(locale, "bulk");
  const changes = translator(locale, "changes");
  return (
    <>
      {undone === "non" ? <Notice>{t("impossible")}</Notice> : null}
      {set.wasUndone ? (
        <Notice kind={set.leftCount > 0 ? "warning" : "success"}>
          <p>{set.leftCount > 0 ? t("undonePartly", { count: set.leftCount }) : t("undone")}</p>
          {set.leftCount > 0 ? <Entries locale={locale} entries={set.left} count={set.leftCount} /> : null}
        </Notice>
      ) : null}
      <p>
        <strong>{changes(`action.${set.action}`)}</strong>, {changes("history.by", { who: set.who, when: formatMoment(locale, set.at) })}
      </p>
      {set.wasUndone ? null : (
        <>
          <p role="status" className="strong">
            {t("done", { count: set.count })}
          </p>
          {canUndoBulk(actor, set) ? (
            <ButtonForm action={undoBulkAction.bind(null, locale)} values={{ modification: id }} label={t("undo")} className="my-4">
              <p className="field-hint">{t("undoHint")}</p>
            </ButtonForm>
          ) : null}
        </>
      )}
      <Entries locale={locale} entries={set.entries} count={set.count} />
      <Back locale={locale} />
    </>
  );
}

/** The tasks that were given at once, and the button that takes them back. @param gone how many were just taken back */
export async function TasksResult({ locale, actor, id, gone }: { locale: Locale; actor: Actor; id: string; gone: number | null }) {
  const t = translator(locale, "bulk");
  const { open, done } = await bulkTasks(actor, id);
  return (
    <>
      {gone === null ? null : <Notice kind={gone > 0 ? "success" : "info"}>{t("tasksGone", { count: gone })}</Notice>}
      <p role="status" className="strong">
        {t("tasksGiven", { count: open })}
      </p>
      {done > 0 ? <p>{t("tasksDone", { count: done })}</p> : null}
      {open > 0 ? <ButtonForm action={takeBackAction.bind(null, locale)} values={{ taches: id }} label={t("takeBack")} className="my-4" /> : null}
      <Back locale={locale} />
    </>
  );
}
