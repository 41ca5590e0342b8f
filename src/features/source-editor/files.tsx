"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Submit } from "@/components/submit";
import type { FileState } from "./actions";

type Props = {
  words: Record<"file" | "hint" | "visibility" | "visibilityHint" | "add", string>;
  visibilities: readonly { value: string; label: string }[];
  accept: string;
  action: (state: FileState, form: FormData) => Promise<FileState>;
};

/** Adds a file. It works as plain HTML. */
export function FileForm({ words, visibilities, accept, action }: Props) {
  const [{ error }, submit, pending] = useActionState(action, { error: null });
  return (
    <form action={submit} className="form">
      <Field id="file" label={words.file} hint={words.hint} error={error}>
        {(control) => <input {...control} className="input" type="file" name="file" accept={accept} />}
      </Field>
      <Field id="file-visibility" label={words.visibility} hint={words.visibilityHint}>
        {(control) => <Select {...control} name="visibility" options={visibilities} />}
      </Field>
      <Submit pending={pending}>{words.add}</Submit>
    </form>
  );
}
