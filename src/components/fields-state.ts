/** A form of described controls, as it is drawn again after each answer. */
export type FieldsState = {
  /** How often it was answered; 0 when it is opened. */
  serial: number;
  /** What stands in each control, by its name. */
  typed: Readonly<Partial<Record<string, string>>>;
  /** What is wrong with a control, by its name. */
  errors: Readonly<Partial<Record<string, string>>>;
  /** Why nothing was done. */
  notice: string | null;
};

/** A form that is opened. @param typed what stands in it from the start */
export const firstFields = (typed: FieldsState["typed"] = {}): FieldsState => ({ serial: 0, typed, errors: {}, notice: null });

/** A form whose sending was refused: what was typed comes back, with what is wrong. */
export const fieldsAgain = (
  before: FieldsState,
  typed: FieldsState["typed"],
  { errors = {}, notice }: { errors?: FieldsState["errors"]; notice: string },
): FieldsState => ({ serial: before.serial + 1, typed, errors, notice });

/** What was sent in some controls; one that is missing is empty. @param longest in characters: what comes after is cut off */
export const typedIn = <Name extends string>(form: FormData, names: readonly Name[], longest: number): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "").slice(0, longest)])) as Record<Name, string>;
