"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { VerifyState } from "./state";

type Props = {
  initial: VerifyState;
  means: { value: string; label: string }[];
  today: string;
  words: Record<"title" | "lead" | "how" | "on" | "note" | "noteHint" | "submit", string>;
  action: (state: VerifyState, form: FormData) => Promise<VerifyState>;
};

/** By whom an entry was verified is known; on what day and how is asked here. It works as plain HTML. */
export function VerifyForm({ initial, means, today, words, action }: Props) {
  const [{ title, typed, errors }, submit, pending] = useActionState(action, initial);
  return (
    <details className="staff-more" open={title !== null}>
      <summary className="py-1">{words.title}</summary>
      <form action={submit} className="form my-4" key={JSON.stringify(typed)} noValidate>
        {title ? <Notice kind="error">{title}</Notice> : null}
        <p className="field-hint">{words.lead}</p>
        <Field id="verification-how" label={words.how} error={errors.how}>
          {(control) => <Select {...control} name="how" defaultValue={typed.how} options={means} />}
        </Field>
        <Field id="verification-on" label={words.on} error={errors.on}>
          {(control) => <input {...control} className="input" name="on" type="date" max={today} defaultValue={typed.on} />}
        </Field>
        <Field id="verification-note" label={words.note} hint={words.noteHint} error={errors.note}>
          {(control) => <textarea {...control} className="input" name="note" rows={2} maxLength={1000} defaultValue={typed.note} />}
        </Field>
        <Submit pending={pending}>{words.submit}</Submit>
      </form>
    </details>
  );
}
