"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { SourceField } from "@/domain/source-input";
import { SEEN_NAME, type SourceFormState } from "./state";

export type SourceControl = {
  field: SourceField;
  label: string;
  hint?: string;
  required?: string;
  type: "line" | "long" | "url" | "select";
  options?: readonly { value: string; label: string }[];
};

type Props = {
  controls: readonly SourceControl[];
  save: string;
  initial: SourceFormState;
  action: (state: SourceFormState, form: FormData) => Promise<SourceFormState>;
};

/** What is said of a source. It works as plain HTML. */
export function SourceForm({ controls, save, initial, action }: Props) {
  const [state, submit, pending] = useActionState(action, initial);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.serial > 0) answer.current?.focus();
  }, [state.serial]);
  return (
    <form action={submit} className="form" noValidate>
      <div ref={answer} tabIndex={-1}>
        {state.notice ? <Notice kind="error">{state.notice}</Notice> : null}
      </div>
      <div key={state.serial} className="grid gap-5">
        <input type="hidden" name={SEEN_NAME} value={JSON.stringify(state.seen)} />
        {controls.map(({ field, label, hint, required, type, options }) => (
          <Field key={field} id={field} label={label} hint={hint} required={required} error={state.errors[field]}>
            {(control) => {
              const common = { ...control, name: field, defaultValue: state.typed[field] ?? "" };
              if (type === "select") return <Select {...common} options={options!} />;
              if (type === "long") return <textarea {...common} className="input" rows={3} />;
              return <input {...common} className="input" type={type === "url" ? "url" : "text"} autoComplete="off" />;
            }}
          </Field>
        ))}
        <Submit pending={pending}>{save}</Submit>
      </div>
    </form>
  );
}
