"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { Submit } from "@/components/submit";
import { Answer } from "./answer";
import { RightsFields, type RightsWords } from "./rights-fields";
import { type AccountsState, NOTHING_DONE } from "./state";

type Props = {
  roles: readonly { value: string; label: string }[];
  words: RightsWords & Record<"name" | "email" | "newTitle" | "create", string>;
  action: (state: AccountsState, form: FormData) => Promise<AccountsState>;
};

/** Opens an account. It works as plain HTML. */
export function NewAccountForm({ roles, words, action }: Props) {
  const [state, submit, pending] = useActionState(action, NOTHING_DONE);
  const typed = state.typed ?? { email: "", name: "", role: "editor", zones: "", entries: "" };
  return (
    <>
      <Answer state={state} />
      <h2>{words.newTitle}</h2>
      <form action={submit} className="form my-4" key={JSON.stringify(typed)}>
        <input type="hidden" name="action" value="open" />
        <Field id="compte-nom" label={words.name}>
          {(control) => <input {...control} className="input" name="name" maxLength={120} required autoComplete="off" defaultValue={typed.name} />}
        </Field>
        <Field id="compte-courriel" label={words.email}>
          {(control) => (
            <input {...control} className="input" name="email" type="email" maxLength={254} required autoComplete="off" defaultValue={typed.email} />
          )}
        </Field>
        <RightsFields roles={roles} words={words} typed={typed} />
        <Submit pending={pending}>{words.create}</Submit>
      </form>
    </>
  );
}
