/** The form of an entity again, with what was typed and what is wrong. `serial`: 0 until the first answer. */
export type EntityFormState = {
  serial: number;
  typed: Readonly<Record<string, string>>;
  /** The statements that are to be taken back. */
  withdraw: readonly string[];
  version: string;
  errors: Readonly<Record<string, string>>;
  notice: { title: string; text: string } | null;
};

/** The control of a value to add, and of its English. */
export const addName = (field: string): string => `add_${field}`;
export const englishName = (field: string): string => `add_en_${field}`;

/** The controls of a figure to add: its time, and the reserves of its source. */
export const sinceName = (field: string): string => `add_since_${field}`;
export const aboutName = (field: string): string => `add_about_${field}`;
export const moreThanName = (field: string): string => `add_more_${field}`;
