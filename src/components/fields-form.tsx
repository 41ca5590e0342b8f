"use client";

import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { type ControlProps, Field, Select } from "./field";
import type { FieldsState } from "./fields-state";
import { Notice } from "./notice";
import { Submit } from "./submit";

export type FieldsControl = {
  name: string;
  label: string;
  hint?: string;
  /** The word for what must be filled in. */
  required?: string;
  /** In characters, of a line or a long text. */
  longest?: number;
} & (
  | { type: "line"; lang?: string }
  /** `short`: for a sentence or two. */
  | { type: "long"; short?: boolean }
  | { type: "url" }
  /** `latest`: as `yyyy-mm-dd`. */
  | { type: "date"; latest?: string }
  | { type: "select"; options: readonly { value: string; label: string }[] }
);

type Props = {
  /** Before the ids of the controls, where a page has several forms. */
  id?: string;
  controls: readonly FieldsControl[];
  /** Controls that nobody sees: what stands in them comes back with the rest. */
  hidden?: readonly string[];
  submit: string;
  /** The words behind which the form is folded, until it is opened or refused. */
  fold?: string;
  initial: FieldsState;
  action: (state: FieldsState, form: FormData) => Promise<FieldsState>;
  /** What stands before the controls. */
  children?: ReactNode;
};

function drawn(control: FieldsControl, given: ControlProps, defaultValue: string): ReactNode {
  const common = { ...given, name: control.name, defaultValue, maxLength: control.longest };
  switch (control.type) {
    case "select":
      return <Select {...given} name={control.name} defaultValue={defaultValue} options={control.options} />;
    case "long":
      return <textarea {...common} className={control.short ? "input input-short" : "input"} rows={control.short ? 2 : 3} />;
    case "date":
      return <input {...common} className="input" type="date" max={control.latest} />;
    case "url":
      return <input {...common} className="input" type="url" autoComplete="off" />;
    case "line":
      return <input {...common} className="input" lang={control.lang} autoComplete="off" />;
  }
}

/**
 * A form that is drawn from a list of controls. It is plain HTML that works without scripts; with them, the answer comes without loading the
 * page and the reader is led to it.
 */
export function FieldsForm({ id, controls, hidden = [], submit, fold, initial, action, children }: Props) {
  const [state, send, pending] = useActionState(action, initial);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.serial > 0) answer.current?.focus();
  }, [state.serial]);
  const form = (
    <form action={send} className={fold ? "form my-4" : "form"} noValidate>
      <div ref={answer} tabIndex={-1}>
        {state.notice ? <Notice kind="error">{state.notice}</Notice> : null}
      </div>
      {children}
      <div key={state.serial} className="grid gap-5">
        {hidden.map((name) => (
          <input key={name} type="hidden" name={name} value={state.typed[name] ?? ""} />
        ))}
        {controls.map((control) => {
          const { name, label, hint, required } = control;
          return (
            <Field key={name} id={id ? `${id}-${name}` : name} label={label} hint={hint} required={required} error={state.errors[name]}>
              {(given) => drawn(control, given, state.typed[name] ?? "")}
            </Field>
          );
        })}
        <Submit pending={pending}>{submit}</Submit>
      </div>
    </form>
  );
  if (!fold) return form;
  return (
    <details className="staff-more" open={state.serial > 0}>
      <summary className="py-1">{fold}</summary>
      {form}
    </details>
  );
}
