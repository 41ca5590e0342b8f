"use client";

import { useActionState } from "react";
import { Submit } from "@/components/submit";
import { Answer } from "./answer";
import { type AccountsState, NOTHING_DONE } from "./state";

type Props = {
  roles: readonly { value: string; label: string; isDemanded: boolean }[];
  words: Record<"demand" | "lead" | "save", string>;
  action: (state: AccountsState, form: FormData) => Promise<AccountsState>;
};

/** Which roles must have a second factor. It works as plain HTML. */
export function DemandForm({ roles, words, action }: Props) {
  const [state, submit, pending] = useActionState(action, NOTHING_DONE);
  return (
    <form action={submit} className="form my-6">
      <Answer state={state} />
      <input type="hidden" name="action" value="demand" />
      <fieldset className="field">
        <legend className="field-label">{words.demand}</legend>
        <p className="field-hint">{words.lead}</p>
        {roles.map(({ value, label, isDemanded }) => (
          <label key={value} className="choice">
            <input type="checkbox" name="demanded" value={value} defaultChecked={isDemanded} /> <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Submit pending={pending}>{words.save}</Submit>
    </form>
  );
}
