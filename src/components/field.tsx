import type { ReactNode } from "react";

/** What the control must carry so that its hint and error are announced with it. */
export type ControlProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  id: string;
  label: string;
  hint?: string;
  /** The sentence to show, when the last answer was refused. */
  error?: string | null;
  /** The word for what must be filled in, where some fields need not be. */
  required?: string;
  children: (control: ControlProps) => ReactNode;
};

/** A labelled control of a form. It knows no catalogue: forms stand in the browser. */
export function Field({ id, label, hint, error, required, children }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required ? <span className="field-required"> {required}</span> : null}
      </label>
      <FieldHint id={`${id}-hint`} text={hint} />
      <FieldError id={`${id}-error`} text={error} />
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

/** What helps to fill in a control, or nothing. */
export const FieldHint = ({ id, text }: { id?: string; text?: string }) =>
  text ? (
    <p className="field-hint" id={id}>
      {text}
    </p>
  ) : null;

/** What is wrong with a control, or nothing. */
export const FieldError = ({ id, text }: { id: string; text?: string | null }) =>
  text ? (
    <p className="field-error" id={id}>
      {text}
    </p>
  ) : null;

/** A choice among options, in an `input` of its own. */
export function Select({ options, ...select }: { options: readonly { value: string; label: string }[] } & React.ComponentProps<"select">) {
  return (
    <select className="input" {...select}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
