"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { Submit } from "@/components/submit";
import { Notice } from "@/components/notice";
import type { SignInState } from "./state";

type Words = { email: string; password: string; submit: string; failed: string; forgotten: string };
type Props = { action: (state: SignInState, form: FormData) => Promise<SignInState>; error: string | null; words: Words };

/** The sign-in form. It works as plain HTML; with scripts the page is not loaded again. */
export function SignInForm({ action, error, words }: Props) {
  const [state, submit, pending] = useActionState(action, { email: "", error });
  return (
    <form action={submit} className="form">
      {state.error ? (
        <Notice kind="error" title={words.failed}>
          <p id="sign-in-error">{state.error}</p>
        </Notice>
      ) : null}
      <Field id="email" label={words.email}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="email"
            // Not type="email": some phones curl the apostrophe of an address, and the browser would refuse it.
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="username"
            maxLength={254}
            required
            defaultValue={state.email}
            aria-describedby={state.error ? "sign-in-error" : undefined}
          />
        )}
      </Field>
      <Field id="password" label={words.password}>
        {(control) => <input {...control} className="input" name="password" type="password" autoComplete="current-password" maxLength={200} required />}
      </Field>
      <Submit pending={pending}>{words.submit}</Submit>
      <p className="source-note">{words.forgotten}</p>
    </form>
  );
}
