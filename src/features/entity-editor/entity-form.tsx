"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field, Select } from "@/components/field";
import { Submit } from "@/components/submit";
import { Notice } from "@/components/notice";
import { aboutName, addName, englishName, moreThanName, sinceName, type EntityFormState } from "./state";

type Option = { value: string; label: string };
/** A statement that holds, with where it is said. */
type HeldRow = { id: number; text: string; english: string | null; where: string };
export type FieldSpec = {
  field: string;
  label: string;
  hint?: string;
  /** The heading under which it is folded away. */
  group?: string;
  type: "text" | "translated" | "select" | "number";
  options?: readonly Option[];
  held: readonly HeldRow[];
};

export type EntityFormSpec = {
  fields: readonly FieldSpec[];
  bases: readonly Option[];
  sources: readonly Option[];
  words: Readonly<Record<Word, string>>;
};
type AddWord = "withdraw" | "add" | "value" | "french" | "english" | "since" | "sinceHint" | "about" | "moreThan";
type Word = AddWord | "save" | "provenance" | "basis" | "source" | "place" | "said_on" | "note" | "required";

type Props = { spec: EntityFormSpec; initial: EntityFormState; action: (state: EntityFormState, form: FormData) => Promise<EntityFormState> };

/** What is said of a record, value by value: take one back, add one, and say where it comes from. It works as plain HTML. */
export function EntityForm({ spec: { fields, bases, sources, words }, initial, action }: Props) {
  const [state, submit, pending] = useActionState(action, initial);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.serial > 0) answer.current?.focus();
  }, [state.serial]);
  const typed = (name: string) => state.typed[name] ?? "";
  const groups = [...new Set(fields.map(({ group }) => group))];
  const part = (spec: FieldSpec) => <FieldPart key={spec.field} spec={spec} words={words} state={state} />;
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
        {groups.map((group) => {
          const own = fields.filter((spec) => spec.group === group);
          return group === undefined ? (
            own.map(part)
          ) : (
            <details key={group} className="section py-3" open={own.some(({ field }) => isTouched(state, field))}>
              <summary className="py-1">{group}</summary>
              {own.map(part)}
            </details>
          );
        })}
        <section className="section grid gap-5 pt-5 pb-0" aria-labelledby="partie-provenance">
          <h2 id="partie-provenance">{words.provenance}</h2>
          <Field id="basis" label={words.basis} required={words.required} error={state.errors.basis}>
            {(control) => <Select {...control} name="basis" defaultValue={typed("basis")} options={bases} />}
          </Field>
          <Field id="source" label={words.source} required={words.required} error={state.errors.source}>
            {(control) => <Select {...control} name="source" defaultValue={typed("source")} options={sources} />}
          </Field>
          <Line state={state} name="place" label={words.place} />
          <Field id="said_on" label={words.said_on} required={words.required} error={state.errors.said_on}>
            {(control) => <input {...control} className="input" type="date" name="said_on" defaultValue={typed("said_on")} />}
          </Field>
          <Line state={state} name="note" label={words.note} long />
        </section>
        <Submit pending={pending}>{words.save}</Submit>
      </div>
    </form>
  );
}

/** Something was typed there, or is wrong: it is not folded away. */
const isTouched = ({ typed, errors }: EntityFormState, field: string): boolean =>
  [addName(field), englishName(field), sinceName(field)].some((name) => (typed[name] ?? "") !== "" || errors[name] !== undefined);

type LineProps = { state: EntityFormState; name: string; label: string; long?: boolean; hint?: string };

function Line({ state, name, label, long = false, hint }: LineProps) {
  return (
    <Field id={name} label={label} hint={hint} error={state.errors[name]}>
      {(control) =>
        long ? (
          <textarea {...control} className="input" name={name} rows={3} defaultValue={state.typed[name] ?? ""} />
        ) : (
          <input {...control} className="input" name={name} autoComplete="off" defaultValue={state.typed[name] ?? ""} />
        )
      }
    </Field>
  );
}

type PartProps = { spec: FieldSpec; words: EntityFormSpec["words"]; state: EntityFormState };

/** What holds of a field, and one value more. */
function FieldPart({ spec: { field, label, hint, type, options, held }, words, state }: PartProps) {
  const name = addName(field);
  return (
    <section className="section grid gap-3 pt-4 pb-0" aria-labelledby={`champ-${field}`}>
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
      <details open={isTouched(state, field)}>
        <summary className="py-1">{words.add}</summary>
        <div className="grid gap-3 pt-2">
          {type === "select" ? (
            <Field id={name} label={words.value} hint={hint} error={state.errors[name]}>
              {(control) => <Select {...control} name={name} defaultValue={state.typed[name] ?? ""} options={options!} />}
            </Field>
          ) : (
            <Line state={state} name={name} label={type === "translated" ? words.french : words.value} long={type === "translated"} hint={hint} />
          )}
          {type === "translated" ? <Line state={state} name={englishName(field)} label={words.english} long /> : null}
          {type === "number" ? (
            <>
              <Line state={state} name={sinceName(field)} label={words.since} hint={words.sinceHint} />
              <Check state={state} name={aboutName(field)} label={words.about} />
              <Check state={state} name={moreThanName(field)} label={words.moreThan} />
            </>
          ) : null}
        </div>
      </details>
    </section>
  );
}

function Check({ state, name, label }: Pick<LineProps, "state" | "name" | "label">) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="1" defaultChecked={name in state.typed} />
      <span>{label}</span>
    </label>
  );
}
