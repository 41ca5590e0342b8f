"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field, Select } from "@/components/field";
import { Submit } from "@/components/submit";
import { Notice } from "@/components/notice";
import { addName, englishName, type EntityFormState } from "./state";

type Option = { value: string; label: string };
/** A statement that holds, with where it is said. */
type HeldRow = { id: number; text: string; english: string | null; where: string };
export type FieldSpec = {
  field: string;
  label: string;
  hint?: string;
  type: "text" | "long" | "translated" | "select";
  options?: readonly Option[];
  held: readonly HeldRow[];
};

export type EntityFormSpec = {
  fields: readonly FieldSpec[];
  bases: readonly Option[];
  sources: readonly Option[];
  words: Readonly<
    Record<
      "withdraw" | "add" | "value" | "french" | "english" | "save" | "provenance" | "basis" | "source" | "place" | "said_on" | "note" | "required" | "english",
      string
    >
  >;
};

type Props = { spec: EntityFormSpec; initial: EntityFormState; action: (state: EntityFormState, form: FormData) => Promise<EntityFormState> };

/** What is said of an entity, value by value: take one back, add one, and say where it comes from. It works as plain HTML. */
export function EntityForm({ spec: { fields, bases, sources, words }, initial, action }: Props) {
  const [state, submit, pending] = useActionState(action, initial);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.serial > 0) answer.current?.focus();
  }, [state.serial]);
  const typed = (name: string) => state.typed[name] ?? "";
  /** Something was typed there, or is wrong: it is not folded away. */
  const isTouched = (field: string) => [addName(field), englishName(field)].some((name) => typed(name) !== "" || state.errors[name] !== undefined);
  const line = (name: string, label: string, long: boolean, hint?: string) => (
    <Field id={name} label={label} hint={hint} error={state.errors[name]}>
      {(control) =>
        long ? (
          <textarea {...control} className="input" name={name} rows={3} defaultValue={typed(name)} />
        ) : (
          <input {...control} className="input" name={name} autoComplete="off" defaultValue={typed(name)} />
        )
      }
    </Field>
  );
  return (
    <form action={submit} noValidate>
      <div ref={answer} tabIndex={-1}>
        {state.notice ? (
          <Notice kind="error" title={state.notice.title}>
            <p>{state.notice.text}</p>
          </Notice>
        ) : null}
      </div>
      <div key={state.serial} className="form mt-6">
        <input type="hidden" name="version" value={state.version} />
        {fields.map(({ field, label, hint, type, options, held }) => (
          <section key={field} className="section grid gap-3 pt-4 pb-0" aria-labelledby={`champ-${field}`}>
            <h2 id={`champ-${field}`} className="subhead">
              {label}
            </h2>
            {held.map(({ id, text, english, where }) => (
              <label key={id} className="choice">
                <input type="checkbox" name="withdraw" value={id} defaultChecked={state.withdraw.includes(String(id))} />
                <span>
                  {words.withdraw} {text}
                  {english ? <span className="aside"> {english}</span> : null} <span className="aside">({where})</span>
                </span>
              </label>
            ))}
            <details open={isTouched(field)}>
              <summary className="py-1">{words.add}</summary>
              <div className="grid gap-3 pt-2">
                {type === "select" ? (
                  <Field id={addName(field)} label={words.value} hint={hint} error={state.errors[addName(field)]}>
                    {(control) => <Select {...control} name={addName(field)} defaultValue={typed(addName(field))} options={options!} />}
                  </Field>
                ) : (
                  line(addName(field), type === "translated" ? words.french : words.value, type !== "text", hint)
                )}
                {type === "translated" ? line(englishName(field), words.english, true) : null}
              </div>
            </details>
          </section>
        ))}
        <section className="section grid gap-5 pt-5 pb-0" aria-labelledby="partie-provenance">
          <h2 id="partie-provenance">{words.provenance}</h2>
          <Field id="basis" label={words.basis} required={words.required} error={state.errors.basis}>
            {(control) => <Select {...control} name="basis" defaultValue={typed("basis")} options={bases} />}
          </Field>
          <Field id="source" label={words.source} required={words.required} error={state.errors.source}>
            {(control) => <Select {...control} name="source" defaultValue={typed("source")} options={sources} />}
          </Field>
          {line("place", words.place, false)}
          <Field id="said_on" label={words.said_on} required={words.required} error={state.errors.said_on}>
            {(control) => <input {...control} className="input" type="date" name="said_on" defaultValue={typed("said_on")} />}
          </Field>
          {line("note", words.note, true)}
        </section>
        <Submit pending={pending}>{words.save}</Submit>
      </div>
    </form>
  );
}
