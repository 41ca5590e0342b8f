"use client";

import { useActionState } from "react";
import type { SignInState } from "./state";

type Words = { email: string; password: string; submit: string; failed: string; forgotten: string };
type Props = { action: (state: SignInState, form: FormData) => Promise<SignInState>; error: string | null; words: Words };

/** The sign-in form. It works as plain HTML; with scripts the page is not loaded again. */
export function SignInForm({ action, error, words }: Props) {
  const [state, submit, pending] = useActionState(action, { email: "", error });
  return (
    <form action={submit} className="form">
      {state.error ? (
        <div className="notice notice-error" role="alert">
          <p className="notice-title">{words.failed}</p>
          <p id="sign-in-error">{state.error}</p>
        </div>
      ) : null}
      <div className="field">
        <label className="field-label" htmlFor="email">
          {words.email}
        </label>
        <input
          className="input"
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          required
          defaultValue={state.email}
          aria-describedby={state.error ? "sign-in-error" : undefined}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="password">
          {words.password}
        </label>
        <input className="input" id="password" name="password" type="password" autoComplete="current-password" maxLength={200} required />
      </div>
      <div className="form-actions">
        <button className="btn" type="submit" disabled={pending}>
          {words.submit}
        </button>
      </div>
      <p className="source-note">{words.forgotten}</p>
    </form>
  );
}
