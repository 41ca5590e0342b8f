"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { ConsentName } from "@/domain/consent";
import type { ConsentState } from "./actions";

type Option = { value: string; label: string };
type Props = {
  words: Record<ConsentName | "agreedByHint" | "save" | "required", string>;
  contacts: readonly Option[];
  ways: readonly Option[];
  action: (state: ConsentState, form: FormData) => Promise<ConsentState>;
};

const NOTHING = { contact: "", agreedBy: "", agreedOn: "", how: "" };

/** Who agreed to the publication of a contact, when and how. It works as plain HTML. */
export function ConsentForm({ words, contacts, ways, action }: Props) {
  const [{ typed, errors, notice }, submit, pending] = useActionState(action, { typed: NOTHING, errors: {}, notice: null });
  const about = (name: ConsentName) => ({ id: name, label: words[name], error: errors[name], required: words.required });
  return (
    <form action={submit} className="form" noValidate>
      {notice ? <Notice kind="error">{notice}</Notice> : null}
      <div key={JSON.stringify(typed)} className="grid gap-5">
        <Field {...about("contact")}>{(control) => <Select {...control} name="contact" defaultValue={typed.contact} options={contacts} />}</Field>
        <Field {...about("agreedBy")} hint={words.agreedByHint}>
          {(control) => <input {...control} className="input" name="agreedBy" autoComplete="off" defaultValue={typed.agreedBy} />}
        </Field>
        <Field {...about("agreedOn")}>{(control) => <input {...control} className="input" type="date" name="agreedOn" defaultValue={typed.agreedOn} />}</Field>
        <Field {...about("how")}>{(control) => <Select {...control} name="how" defaultValue={typed.how} options={ways} />}</Field>
        <Submit pending={pending}>{words.save}</Submit>
      </div>
    </form>
  );
}
