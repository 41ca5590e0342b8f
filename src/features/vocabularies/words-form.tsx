"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { FormState } from "./state";

export type Control = {
  name: string;
  label: string;
  hint?: string;
  required: string;
  /** Without them it is a line of text. */
  options?: readonly { value: string; label: string }[];
  lang?: string;
};

type Props = {
  /** Before the ids of the controls: a page has several such forms. */
  id: string;
  controls: readonly Control[];
  submit: string;
  initial: FormState;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** A form of a few lines and choices. It works as plain HTML. */
export function WordsForm({ id, controls, submit, initial, action }: Props) {
  const [state, send, pending] = useActionState(action, initial);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.serial > 0) answer.current?.focus();
  }, [state.serial]);
  return (
    <form action={send} className="form" noValidate>
      <div ref={answer} tabIndex={-1}>
        {state.notice ? <Notice kind="error">{state.notice}</Notice> : null}
      </div>
      <div key={state.serial} className="grid gap-5">
        {controls.map(({ name, label, hint, required, options, lang }) => (
          <Field key={name} id={`${id}-${name}`} label={label} hint={hint} required={required} error={state.errors[name]}>
            {(control) => {
              const common = { ...control, name, defaultValue: state.typed[name] ?? "" };
              return options ? <Select {...common} options={options} /> : <input {...common} className="input" lang={lang} autoComplete="off" />;
            }}
          </Field>
        ))}
        <Submit pending={pending}>{submit}</Submit>
      </div>
    </form>
  );
}
