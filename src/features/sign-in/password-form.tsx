"use client";

import { useActionState } from "react";
import type { PasswordState } from "./state";

const FIELDS = ["current", "next", "repeat"] as const;
type Words = Record<(typeof FIELDS)[number] | "nextHint" | "submit" | "failed", string>;
type Props = { action: (state: PasswordState, form: FormData) => Promise<PasswordState>; email: string; minLength: number; words: Words };

/** The form that changes a password; it works as plain HTML. */
export function PasswordForm({ action, email, minLength, words }: Props) {
  const [state, submit, pending] = useActionState(action, { error: null, field: null });
  return (
    <form action={submit} className="form">
      {state.error ? (
        <div className="notice notice-error" role="alert">
          <p className="notice-title">{words.failed}</p>
          <p>
            <a href={`#${state.field}`}>{state.error}</a>
          </p>
        </div>
      ) : null}
      {/* Password managers file the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {FIELDS.map((name) => (
        <div className="field" key={name}>
          <label className="field-label" htmlFor={name}>
            {words[name]}
          </label>
          {name === "next" ? (
            <p className="field-hint" id="next-hint">
              {words.nextHint}
            </p>
          ) : null}
          {state.field === name ? (
            <p className="field-error" id={`${name}-error`}>
              {state.error}
            </p>
          ) : null}
          <input
            className="input"
            id={name}
            name={name}
            type="password"
            autoComplete={name === "current" ? "current-password" : "new-password"}
            minLength={name === "current" ? undefined : minLength}
            maxLength={200}
            required
            aria-invalid={state.field === name ? true : undefined}
            aria-describedby={[name === "next" ? "next-hint" : "", state.field === name ? `${name}-error` : ""].filter(Boolean).join(" ") || undefined}
          />
        </div>
      ))}
      <div className="form-actions">
        <button className="btn" type="submit" disabled={pending}>
          {words.submit}
        </button>
      </div>
    </form>
  );
}
