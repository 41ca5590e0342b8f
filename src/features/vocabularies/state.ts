/** A form of this page again, with what was typed and what is wrong. `serial`: 0 until the first answer. */
export type FormState = {
  serial: number;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  notice: string | null;
};

export const firstState = (typed: FormState["typed"] = {}): FormState => ({ serial: 0, typed, errors: {}, notice: null });
