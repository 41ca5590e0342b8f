"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canChangeInBulk, canEditSomething, canUndoBulk } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { fieldsAgain, type FieldsState, typedIn } from "@/components/fields-state";
import { confirmBulk } from "@/data/bulk/apply";
import { prepareBulk } from "@/data/bulk/preview";
import { bulkSet, takeBackTasks } from "@/data/bulk/result";
import { undoChangeSet } from "@/data/change/undo";
import { idsForStaff, idsOfSlugs } from "@/data/editing/staff-list";
import { isOpenAccount } from "@/data/staff-work/people";
import { parseDeed } from "@/domain/bulk";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { numberOf } from "@/lib/http/search";
import { listQuery, previewId } from "../list-query";

const PATH = "/admin/lots";
const DEED_CONTROLS = ["action", "theme", "basis", "text", "assigneeId", "dueOn"] as const;

const actorFor = (locale: Locale) => requireAllowed({ toPath: pathsIn(locale), back: "/admin", may: canEditSomething, wanted: "bulk" });

/** Keeps what is to be done to which entries, and leads to its preview; what is wrong comes back as it was typed. */
export async function prepareAction(givenLocale: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "bulk");
  const actor = await actorFor(locale);
  const typed = typedIn(form, DEED_CONTROLS, 2000);
  const parsed = parseDeed(typed);
  if (!parsed.ok) {
    const errors = Object.fromEntries(parsed.problems.map(({ control, reason }) => [control, t(`problem.${reason}`)]));
    return fieldsAgain(before, typed, { errors, notice: t("problem.title") });
  }
  const { deed } = parsed;
  if (deed.action === "task" && !(await isOpenAccount(deed.assigneeId)))
    return fieldsAgain(before, typed, { errors: { assigneeId: t("problem.required") }, notice: t("problem.title") });
  const filter = form.get("filtre");
  const ids =
    typeof filter === "string"
      ? await idsForStaff(actor, listQuery(Object.fromEntries(new URLSearchParams(filter.slice(0, 1000)))))
      : await idsOfSlugs(actor, form.getAll("fiche").map(String).slice(0, 1000));
  const id = await prepareBulk(actor, deed, ids);
  return id === null ? fieldsAgain(before, typed, { notice: t("none") }) : redirect(localPath(locale, `${PATH}?apercu=${id}`));
}

/** Does what was previewed, and leads to what became of it. */
export async function confirmAction(givenLocale: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await actorFor(locale);
  const id = previewId(String(form.get("apercu")));
  if (!id) redirect(localPath(locale, `${PATH}?fait=gone`));
  const result = await confirmBulk(actor, id, (entry) => canChangeInBulk(actor, entry)).catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A change of many entries could not be saved");
    return { ok: false, reason: "unavailable" } as const;
  });
  if (!result.ok) redirect(localPath(locale, `${PATH}?fait=${result.reason}`));
  const { changeSetId, done, left } = result;
  logger.info({ event: "entries_changed", user: actor.id, changeSet: changeSetId, done, left });
  redirect(localPath(locale, `${PATH}?${changeSetId === null ? `taches=${id}` : `modification=${changeSetId}`}${left > 0 ? `&laissees=${left}` : ""}`));
}

/** Undoes a change of many entries, for who made it. */
export async function undoBulkAction(givenLocale: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await actorFor(locale);
  const id = numberOf(String(form.get("modification")));
  const set = id ? await bulkSet(actor, id) : null;
  if (!set) redirect(localPath(locale, "/admin"));
  const path = localPath(locale, `${PATH}?modification=${id}`);
  if (!canUndoBulk(actor, set)) {
    await noteRefusal(actor, "undo");
    redirect(path);
  }
  const result = await undoChangeSet(actor, id);
  if (result.ok) logger.info({ event: "change_undone", user: actor.id, changeSet: id });
  redirect(`${path}&annulee=${result.ok ? "oui" : "non"}`);
}

/** Takes back the tasks of one action that nobody has done. */
export async function takeBackAction(givenLocale: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await actorFor(locale);
  const id = previewId(String(form.get("taches")));
  if (!id) redirect(localPath(locale, "/admin"));
  const gone = await takeBackTasks(actor, id);
  redirect(localPath(locale, `${PATH}?taches=${id}&retirees=${gone}`));
}
