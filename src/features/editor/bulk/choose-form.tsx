"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { BulkState, DEED_CONTROLS } from "./state";

type Control = (typeof DEED_CONTROLS)[number];
export type ChooseControl = { name: Control; label: string; hint?: string; type: "text" | "date" | "select"; options?: { value: string; label: string }[] };
type Props = {
  controls: ChooseControl[];
  /** The address of the list, or the chosen entries: what the action is about. */
  chosen: { name: string; value: string }[];
  next: string;
  action: (state: BulkState, form: FormData) => Promise<BulkState>;
};

/** What is to be done to the chosen entries. It works as plain HTML. */
export function ChooseForm({ controls, chosen, next, action }: Props) {
  const [{ typed, errors, title }, submit, pending] = useActionState(action, { typed: {}, errors: {}, title: null });
  return (
    <form action={submit} className="form my-5">
      {title ? <Notice kind="error" title={title} /> : null}
      {chosen.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div key={JSON.stringify([typed, errors])} className="grid gap-5">
        {controls.map(({ name, label, hint, type, options }) => (
          <Field key={name} id={`lot-${name}`} label={label} hint={hint} error={errors[name]}>
            {(control) =>
              type === "select" ? (
                <Select {...control} name={name} defaultValue={typed[name] ?? ""} options={options ?? []} />
              ) : (
                <input {...control} className="input" name={name} type={type} defaultValue={typed[name] ?? ""} autoComplete="off" />
              )
            }
          </Field>
        ))}
      </div>
      <Submit pending={pending}>{next}</Submit>
    </form>
  );
}
