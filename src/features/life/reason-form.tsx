"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { Submit } from "@/components/submit";
import type { ReasonState } from "./state";

type Props = {
  words: Record<"title" | "lead" | "reason" | "hint" | "submit", string>;
  action: (state: ReasonState, form: FormData) => Promise<ReasonState>;
};

/** Something that is done to a whole entry, and the reason. It works as plain HTML. */
export function ReasonForm({ words, action }: Props) {
  const [{ error, typed }, submit, pending] = useActionState(action, { error: null, typed: "" });
  return (
    <details className="staff-more" open={error !== null}>
      <summary className="py-1">{words.title}</summary>
      <form action={submit} className="form my-4" noValidate>
        <p>{words.lead}</p>
        <Field id="motif" label={words.reason} hint={words.hint} error={error}>
          {(control) => <textarea {...control} key={typed} className="input" name="reason" rows={2} maxLength={1000} defaultValue={typed} />}
        </Field>
        <Submit pending={pending}>{words.submit}</Submit>
      </form>
    </details>
  );
}
