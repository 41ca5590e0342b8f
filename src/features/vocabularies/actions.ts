"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canEditVocabularies } from "@/auth/permissions";
import { fieldsAgain, type FieldsState, typedIn } from "@/components/fields-state";
import { undoChangeSet } from "@/data/change/undo";
import { mergeTerm } from "@/data/term/merge";
import { addTerm, removeTerm, renameTerm, TERM_LABEL_MAX, type TermResult } from "@/data/term/save";
import { mergeOfTerm } from "@/data/term/staff";
import { VOCABULARY_NAMES, type Vocabulary } from "@/domain/terms";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { ownLabels } from "@/i18n/term-label";
import { translator } from "@/i18n/translator";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { PATH, termPath } from "./path";

const LONGEST_TYPED = 500;

const editor = (locale: Locale) => requireAllowed({ toPath: pathsIn(locale), back: PATH, may: canEditVocabularies, wanted: "vocabularies" });

const vocabularyGiven = (value: unknown): Vocabulary | null => VOCABULARY_NAMES.find((name) => name === value) ?? null;

type Answered = { locale: Locale; before: FieldsState; typed: Record<string, string> };

/** What is refused comes back as it was typed. */
const again = ({ locale, before, typed }: Answered, errors: FieldsState["errors"], notice = translator(locale, "vocabularies")("form.refused")): FieldsState =>
  fieldsAgain(before, typed, { errors, notice });

/** @param done where it leads when all went well */
async function saved(answered: Answered, save: () => Promise<TermResult>, done: (code: string, changed: boolean) => string): Promise<FieldsState> {
  const { locale } = answered;
  const t = translator(locale, "vocabularies");
  let result: TermResult;
  try {
    result = await save();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A term could not be saved");
    return again(answered, {}, translator(locale, "admin")("unavailable.no"));
  }
  if (result.ok) redirect(localPath(locale, done(result.code, result.changed)));
  if (result.reason !== "invalid") return again(answered, {}, t("form.gone"));
  return again(answered, Object.fromEntries(result.problems.map(({ field, reason }) => [field, t(`form.problem.${reason}`, { max: TERM_LABEL_MAX })])));
}

/** Adds a term to the vocabulary that is chosen. */
export async function addTermAction(givenLocale: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const typed = typedIn(form, ["vocabulary", "fr", "en"], LONGEST_TYPED);
  const vocabulary = vocabularyGiven(typed.vocabulary);
  const answered = { locale, before, typed };
  if (!vocabulary) {
    const missing = (["vocabulary", "fr", "en"] as const).filter((name) => name === "vocabulary" || typed[name].trim() === "");
    return again(answered, Object.fromEntries(missing.map((name) => [name, translator(locale, "vocabularies")("form.problem.required")])));
  }
  const save = () => addTerm(actor, vocabulary, { fr: typed.fr, en: typed.en }, ownLabels(vocabulary));
  return saved(answered, save, (code) => {
    logger.info({ event: "term_added", user: actor.id, vocabulary, code });
    return `${PATH}?fait=ajoute#${vocabulary}`;
  });
}

/** Changes the labels of a term. */
export async function renameTermAction(givenLocale: string, vocabulary: Vocabulary, code: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const known = vocabularyGiven(vocabulary);
  const typed = typedIn(form, ["fr", "en"], LONGEST_TYPED);
  if (!known) redirect(localPath(locale, PATH));
  const save = () => renameTerm(actor, known, String(code), { fr: typed.fr, en: typed.en }, ownLabels(known));
  return saved({ locale, before, typed }, save, (_, changed) => termPath(known, String(code), changed ? "enregistre" : "inchange"));
}

/** Merges a term into the one that is chosen. */
export async function mergeTermAction(givenLocale: string, vocabulary: Vocabulary, code: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const known = vocabularyGiven(vocabulary);
  const typed = typedIn(form, ["into"], LONGEST_TYPED);
  if (!known) redirect(localPath(locale, PATH));
  const t = translator(locale, "vocabularies");
  if (typed.into === "") return again({ locale, before, typed }, { into: t("merge.choose") });
  const result = await mergeTerm(actor, known, String(code), typed.into);
  if (!result.ok) return again({ locale, before, typed }, {}, t("form.gone"));
  logger.info({ event: "term_merged", user: actor.id, vocabulary: known, code, changeSet: result.changeSetId });
  redirect(localPath(locale, termPath(known, String(code), "fusionne")));
}

/** Undoes the merge of a term. */
export async function undoMergeAction(givenLocale: string, vocabulary: Vocabulary, code: string): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const known = vocabularyGiven(vocabulary);
  const id = known && (await mergeOfTerm(actor, known, String(code)));
  if (!known || id === null) redirect(localPath(locale, `${PATH}?fait=disparu`));
  const result = await undoChangeSet(actor, id);
  if (result.ok) logger.info({ event: "change_undone", user: actor.id, changeSet: id });
  redirect(localPath(locale, termPath(known, String(code), result.ok ? "defaite" : "impossible")));
}

/** Takes a term that nobody says out of the choices. */
export async function removeTermAction(givenLocale: string, vocabulary: Vocabulary, code: string): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const known = vocabularyGiven(vocabulary);
  const result = known && (await removeTerm(actor, known, String(code)));
  if (result?.ok) logger.info({ event: "term_removed", user: actor.id, vocabulary: known, code });
  redirect(localPath(locale, `${PATH}?fait=${result?.ok ? "retire" : result && result.reason === "in_use" ? "utilise" : "disparu"}`));
}
