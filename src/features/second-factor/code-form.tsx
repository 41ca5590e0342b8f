"use client";

import { useActionState, type ReactNode } from "react";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { type FactorState, NOTHING_TRIED } from "./state";

type Words = Record<"label" | "failed" | "codesTitle" | "codesLead" | "goOn", string>;
type Props = {
  action: (state: FactorState, form: FormData) => Promise<FactorState>;
  words: Words;
  buttons: readonly { value: string; label: string }[];
  /** Six digits alone, or a recovery code too. */
  digitsOnly: boolean;
  /** Where one goes on to, once the codes are noted. */
  next: string;
  children?: ReactNode;
};

/** A form of one code, and the recovery codes that follow it. It works as plain HTML. */
export function CodeForm({ action, words, buttons, digitsOnly, next, children }: Props) {
  const [{ error, codes }, submit, pending] = useActionState(action, NOTHING_TRIED);
  if (codes)
    return (
      <Notice kind="success" title={words.codesTitle}>
        <p>{words.codesLead}</p>
        <ul className="my-3">
          {codes.map((code) => (
            <li key={code}>
              <code className="password">{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a className="btn" href={next}>
            {words.goOn}
          </a>
        </p>
      </Notice>
    );
  return (
    <>
      {children}
      <form action={submit} className="form">
        {error ? (
          <Notice kind="error" title={words.failed}>
            <p>
              <a href="#code">{error}</a>
            </p>
          </Notice>
        ) : null}
        <Field id="code" label={words.label} error={error}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="code"
              inputMode={digitsOnly ? "numeric" : undefined}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
              required
            />
          )}
        </Field>
        <div className="form-actions">
          {buttons.map(({ value, label }, index) => (
            <button key={value} className={index === 0 ? "btn" : "btn btn-quiet"} type="submit" name="action" value={value} disabled={pending}>
              {label}
            </button>
          ))}
        </div>
      </form>
    </>
  );
}
