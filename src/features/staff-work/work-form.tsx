"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Submit } from "@/components/submit";
import type { WorkState } from "./state";

type Props = {
  kind: "note" | "task";
  words: Record<"text" | "submit", string> & Partial<Record<"who" | "due" | "dueHint", string>>;
  people?: { value: string; label: string }[];
  action: (state: WorkState, form: FormData) => Promise<WorkState>;
};

/** A new note, or a new task with who does it and by when. It works as plain HTML. */
export function WorkForm({ kind, words, people, action }: Props) {
  const [{ typed, errors }, submit, pending] = useActionState(action, { typed: {}, errors: {} });
  return (
    <form action={submit} className="form my-4">
      <div key={JSON.stringify([typed, errors])} className="grid gap-4">
        <Field id={`${kind}-texte`} label={words.text} error={errors.text}>
          {(control) => <textarea {...control} className="input input-short" name="text" rows={2} defaultValue={typed.text ?? ""} />}
        </Field>
        {people ? (
          <>
            <Field id={`${kind}-qui`} label={words.who ?? ""} error={errors.assigneeId}>
              {(control) => <Select {...control} name="assigneeId" defaultValue={typed.assigneeId ?? ""} options={people} />}
            </Field>
            <Field id={`${kind}-jour`} label={words.due ?? ""} hint={words.dueHint} error={errors.dueOn}>
              {(control) => <input {...control} className="input" name="dueOn" type="date" defaultValue={typed.dueOn ?? ""} />}
            </Field>
          </>
        ) : null}
      </div>
      <Submit pending={pending}>{words.submit}</Submit>
    </form>
  );
}
