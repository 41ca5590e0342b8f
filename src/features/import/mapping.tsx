import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Table } from "@/components/table";
import { citableSources } from "@/data/editing/edit-form";
import { lastMapping, samplesOf, type Batch } from "@/data/batch/staging";
import type { Actor } from "@/domain/actor";
import { importSettings, LIST_MODES, mappingFaults, NEW_ENTRIES, tickOf, type Target } from "@/domain/import";
import { CORRECTION_SOURCE, STAFF_BASES } from "@/domain/organisation-input";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { describeAction } from "./actions";
import { guessTargets } from "./guess";
import { ALL_TARGETS, cellWords, targetLabel } from "./words";

type Props = { locale: Locale; actor: Actor; batch: Batch; /** Whether the last answer was incomplete. */ incomplete: boolean };

/** What is wrong with what was said, in words. */
function faultsOf(locale: Locale, batch: Batch): string[] {
  const t = translator(locale, "imports");
  const own = translator(locale, "admin");
  const labels: Record<string, string> = {
    title: t("mapping.sourceTitle"),
    source: t("mapping.source"),
    basis: own("field.basis"),
    said_on: t("mapping.saidOn"),
    place: t("mapping.place"),
    note: t("mapping.note"),
  };
  const settings = importSettings.safeParse(batch.settings ?? {});
  const missing = settings.success ? [] : [...new Set(settings.error.issues.map(({ path }) => String(path[0])))];
  return [
    ...mappingFaults(batch.mapping).map((fault) =>
      fault.reason === "twice" ? t("mapping.fault.twice", { target: targetLabel(locale, fault.target) }) : t(`mapping.fault.${fault.reason}`),
    ),
    ...missing.map((name) => t("mapping.fault.settings", { field: labels[name] ?? name })),
  ];
}

/** What each column holds, and what holds for the whole file. */
export async function MappingForm({ locale, actor, batch, incomplete }: Props) {
  const t = translator(locale, "imports");
  const [samples, last] = await Promise.all([samplesOf(actor, batch), batch.mapping.length === 0 ? lastMapping(actor, batch) : null]);
  const mapping = batch.mapping.length > 0 ? batch.mapping : (last?.mapping ?? guessTargets(batch.heads, cellWords()));
  const columns = batch.heads.map((head, index) => ({ head, index, target: mapping[index] ?? "", samples: samples[index] ?? [] }));
  const faults = incomplete ? faultsOf(locale, batch) : [];
  return (
    <form action={describeAction.bind(null, locale, batch.id)} className="my-5">
      {faults.length > 0 ? (
        <Notice kind="error" title={t("mapping.fault.title")}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <h2>{t("mapping.title")}</h2>
      <p className="my-2">{t("mapping.lead", { remembered: last ? "yes" : "no" })}</p>
      <Table
        rows={columns}
        keyOf={({ index }) => index}
        columns={[
          { head: t("mapping.column"), cell: ({ head }) => head },
          {
            head: t("mapping.samples"),

            cell: ({ samples: own }) => own.map((text) => text.slice(0, 60)).join(" · ") || t("mapping.empty"),
          },
          {
            head: t("mapping.target"),
            cell: ({ head, index, target }) => (
              <Select
                name={`column-${index}`}
                aria-label={`${t("mapping.target")}: ${head}`}
                defaultValue={target}
                options={optionsFor(locale, head, target)}
              />
            ),
          },
        ]}
      />
      <Whole locale={locale} actor={actor} settings={{ said_on: new Date().toISOString().slice(0, 10), ...(batch.settings ?? last?.settings) }} />
      <div className="form-actions mt-6">
        <button className="btn" type="submit">
          {t("mapping.submit")}
        </button>
      </div>
    </form>
  );
}

/** What a column may hold; a column that splits a question has its one choice beside. */
function optionsFor(locale: Locale, head: string, target: Target) {
  const own = tickOf(target) ? [target] : [];
  const guessed = guessTargets([head], cellWords()).filter((guess) => tickOf(guess) && guess !== target);
  return [...ALL_TARGETS, ...own, ...guessed].map((value) => ({ value, label: targetLabel(locale, value) }));
}

async function Whole({ locale, actor, settings }: { locale: Locale; actor: Actor; settings: Record<string, unknown> }) {
  const t = translator(locale, "imports");
  const own = translator(locale, "admin");
  const labels = labelsOf(locale);
  const sources = await citableSources(actor);
  const text = (name: string) => (typeof settings[name] === "string" ? settings[name] : "");
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) => values.map((value) => ({ value, label: label(value) }));
  const select = (name: string, label: string, choices: { value: string; label: string }[], hint?: string) => (
    <Field id={name} label={label} hint={hint}>
      {(control) => <Select {...control} name={name} defaultValue={text(name)} options={choices} />}
    </Field>
  );
  const line = (name: string, label: string, hint?: string, type = "text") => (
    <Field id={name} label={label} hint={hint}>
      {(control) => <input {...control} className="input" name={name} type={type} maxLength={300} defaultValue={text(name)} autoComplete="off" />}
    </Field>
  );
  return (
    <fieldset className="form mt-6">
      <legend className="mb-4">
        <h2>{t("mapping.whole")}</h2>
      </legend>
      {select("source", t("mapping.source"), [
        { value: "", label: t("mapping.newSource") },
        { value: CORRECTION_SOURCE, label: own("correction") },
        ...sources.map(({ slug, title }) => ({ value: slug, label: title })),
      ])}
      {line("title", t("mapping.sourceTitle"), t("mapping.sourceHint"))}
      {select("basis", own("field.basis"), [{ value: "", label: own("choose") }, ...options(STAFF_BASES, (basis) => labels.basis[basis])])}
      {line("said_on", t("mapping.saidOn"), t("mapping.saidOnHint"), "date")}
      {line("place", t("mapping.place"))}
      {line("note", t("mapping.note"))}
      {select(
        "kind",
        t("mapping.kind"),
        options(ORGANISATION_KINDS, (kind) => labels.kind[kind]),
      )}
      {select(
        "newEntries",
        t("mapping.newEntries"),
        options(NEW_ENTRIES, (value) => t(`mapping.newEntriesOf.${value}`)),
      )}
      {select(
        "lists",
        t("mapping.lists"),
        options(LIST_MODES, (value) => t(`mapping.listsOf.${value}`)),
      )}
      <label className="choice">
        <input type="checkbox" name="erase" value="true" defaultChecked={settings.erase === true || settings.erase === "true"} /> {t("mapping.erase")}
      </label>
    </fieldset>
  );
}
