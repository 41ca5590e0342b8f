"use client";

import { useActionState } from "react";
import { Submit } from "@/components/submit";
import { Answer } from "./answer";
import { RightsFields, type RightsWords } from "./rights-fields";
import { type AccountsState, NOTHING_DONE, type TypedRights } from "./state";

type Props = {
  /** What else can be done to the account, a button each. */
  actions: readonly { value: string; label: string; title: string }[];
  rights: TypedRights;
  roles: readonly { value: string; label: string }[];
  words: RightsWords & Record<"rightsTitle" | "save", string>;
  /** The value of the button that saves the rights. */
  save: string;
  action: (state: AccountsState, form: FormData) => Promise<AccountsState>;
};

/** What an account may do, and what can be done to it. It works as plain HTML. */
export function AccountForm({ actions, rights, roles, words, save, action }: Props) {
  const [state, submit, pending] = useActionState(action, NOTHING_DONE);
  const typed = state.typed ?? rights;
  return (
    <>
      <Answer state={state} />
      <form action={submit} className="form-actions my-5">
        {actions.map(({ value, label, title }) => (
          <button key={value} className="btn btn-quiet" type="submit" name="action" value={value} aria-label={title} disabled={pending}>
            {label}
          </button>
        ))}
      </form>
      <h2>{words.rightsTitle}</h2>
      <form action={submit} className="form my-4" key={JSON.stringify(typed)}>
        <input type="hidden" name="action" value={save} />
        <RightsFields roles={roles} words={words} typed={typed} />
        <Submit pending={pending}>{words.save}</Submit>
      </form>
    </>
  );
}
