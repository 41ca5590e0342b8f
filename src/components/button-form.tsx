import type { ReactNode } from "react";

type Props = {
  action: (form: FormData) => Promise<void>;
  label: string;
  /** What the button is called for who hears it alone, where several have one label. */
  title?: string;
  /** Whether it is what one came for. */
  main?: boolean;
  /** What is sent, by name. */
  values?: Readonly<Record<string, string | number>>;
  className?: string;
  /** What stands above the button. */
  children?: ReactNode;
};

/** Something that is done by one button. It is a form and not a link, since it changes something. */
export const ButtonForm = ({ action, label, title, main = false, values = {}, className, children }: Props) => (
  <form action={action} className={className}>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
    <p className={children ? "form-actions mt-3" : "form-actions"}>
      <button className={main ? "btn" : "btn btn-quiet"} type="submit" aria-label={title}>
        {label}
      </button>
    </p>
  </form>
);
