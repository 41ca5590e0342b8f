import type { ReactNode } from "react";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** What the control must carry so that its label, hint and error are announced with it. */
export type ControlProps = { id: string; required?: boolean; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  locale: Locale;
  id: string;
  label: string;
  hint?: string;
  /** The sentence to show, when the last answer was refused. */
  error?: string;
  required?: boolean;
  children: (control: ControlProps) => ReactNode;
};

/** A labelled control of a form. */
export function Field({ locale, id, label, hint, error, required = false, children }: Props) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required ? <span className="field-required"> {translator(locale, "site")("required")}</span> : null}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {children({
        id,
        required: required || undefined,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
    </div>
  );
}
