"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { Submit } from "@/components/submit";
import { Notice } from "@/components/notice";
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
        <Notice kind="error" title={words.failed}>
          <p>
            <a href={`#${state.field}`}>{state.error}</a>
          </p>
        </Notice>
      ) : null}
      {/* Password managers file the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {FIELDS.map((name) => (
        <Field key={name} id={name} label={words[name]} hint={name === "next" ? words.nextHint : undefined} error={state.field === name ? state.error : null}>
          {(control) => (
            <input
              {...control}
              className="input"
              name={name}
              type="password"
              autoComplete={name === "current" ? "current-password" : "new-password"}
              minLength={name === "current" ? undefined : minLength}
              maxLength={200}
              required
            />
          )}
        </Field>
      ))}
      <Submit pending={pending}>{words.submit}</Submit>
    </form>
  );
}
