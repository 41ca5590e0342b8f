import type { SourceField, SourceTyped } from "@/domain/source-input";

/** The form of a source again, with what was typed and what is wrong. `serial`: 0 until the first answer. */
export type SourceFormState = {
  serial: number;
  typed: SourceTyped;
  /** What stood there when the form was opened, or what others said meanwhile and the reader was told. */
  seen: SourceTyped;
  errors: Readonly<Partial<Record<SourceField, string>>>;
  notice: string | null;
};

export const SEEN_NAME = "seen";
