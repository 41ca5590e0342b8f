"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canEditEntity } from "@/auth/permissions";
import { saveEntity } from "@/data/editing/entity-save";
import { setEntityPublished, undoEntityChange } from "@/data/editing/entity-undo";
import { editedFields } from "@/domain/edited";
import type { InputProblem } from "@/domain/organisation-input";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { keyOf, recordOfKey } from "./key";
import { aboutName, addName, englishName, moreThanName, sinceName, type EntityFormState } from "./state";

const PROVENANCE = ["basis", "source", "place", "said_on", "note"] as const;

const pathOf = (key: string) => `/admin/autres/${encodeURIComponent(key)}`;

/** Who acts; whoever may not is sent back. */
const editor = (locale: Locale, key: string) => requireAllowed({ toPath: pathsIn(locale), back: pathOf(key), may: canEditEntity, wanted: "edit_entity" });

/** Saves the form of an entity; a key without a slug is that of a new one. What is refused comes back as it was typed. */
export async function saveEntityAction(givenLocale: string, key: string, before: EntityFormState, form: FormData): Promise<EntityFormState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "admin");
  const record = recordOfKey(String(key));
  const typed = Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const withdraw = form.getAll("withdraw").map(String);
  const again = (more: Partial<EntityFormState>): EntityFormState => ({
    ...{ serial: before.serial + 1, typed, withdraw, version: typed.version ?? "", errors: {}, notice: null },
    ...more,
  });
  if (!record) return again({ notice: { title: t("gone"), text: "" } });
  const actor = await editor(locale, key);
  const { edited } = record;
  const add = Object.fromEntries(
    Object.keys(editedFields(edited)).map((field) => {
      const [value, english, since] = [addName(field), englishName(field), sinceName(field)].map((name) => typed[name] ?? "");
      return [field, { value, english, since, about: aboutName(field) in typed, moreThan: moreThanName(field) in typed }];
    }),
  );
  const provenance = Object.fromEntries(PROVENANCE.map((name) => [name, typed[name] ?? ""]));
  let result;
  try {
    result = await saveEntity(actor, record, { version: typed.version || null, withdraw, add, provenance });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "An entity could not be saved");
    return again({ notice: { title: t("unavailable.no"), text: "" } });
  }
  if (result.ok) {
    logger.info({ event: "entity_saved", user: actor.id, edited, slug: result.slug, changed: result.changed });
    redirect(localPath(locale, `${pathOf(keyOf({ edited, slug: result.slug }))}?fait=${result.changed ? "enregistree" : "inchangee"}`));
  }
  switch (result.reason) {
    case "invalid":
      return again({ errors: errorsOf(locale, result.problems), notice: { title: t("problem.title", { count: result.problems.length }), text: "" } });
    case "conflict":
      // What holds now is shown beside what was typed.
      refresh();
      return again({ version: String(result.version), notice: { title: t("conflict.title"), text: translator(locale, "entityEditor")("conflict") } });
    case "not_found":
      return again({ notice: { title: t("gone"), text: "" } });
  }
}

/** "add.name" → the control of the value to add, "since.name" → that of its time, "provenance.basis" → that of the basis. */
function errorsOf(locale: Locale, problems: readonly InputProblem[]): Record<string, string> {
  const t = translator(locale, "admin");
  return Object.fromEntries(
    problems.map(({ path, reason, value = "", limit = 0 }) => {
      const [kind, field = ""] = path.split(".");
      return [
        kind === "add" ? addName(field) : kind === "since" ? sinceName(field) : field,
        t(`problem.${reason}`, { value: value.slice(0, 80), limit, state: "" }),
      ];
    }),
  );
}

/** Shows an entity to the public, or hides it. */
export async function publishEntityAction(givenLocale: string, key: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const record = recordOfKey(String(key));
  const actor = await editor(locale, key);
  const wanted = form.get("action");
  if (record?.slug && (wanted === "publish" || wanted === "unpublish")) {
    await setEntityPublished(actor, { edited: record.edited, slug: record.slug }, wanted === "publish");
  }
  redirect(localPath(locale, `${pathOf(key)}${wanted === "publish" ? "?fait=publiee" : wanted === "unpublish" ? "?fait=retiree" : ""}`));
}

/** Undoes one change of an entity. */
export async function undoEntityAction(givenLocale: string, key: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const record = recordOfKey(String(key));
  const actor = await editor(locale, key);
  const kept = record?.slug ? await undoEntityChange(actor, { edited: record.edited, slug: record.slug }, Number(form.get("modification"))) : null;
  redirect(localPath(locale, `${pathOf(key)}?fait=${kept === null ? "impossible" : kept.length > 0 ? "en-partie" : "annulee"}`));
}
