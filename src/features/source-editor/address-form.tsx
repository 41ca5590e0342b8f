"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { Submit } from "@/components/submit";
import { Notice } from "@/components/notice";
import type { AddressState } from "./state";

type Props = {
  slug: string;
  url: string;
  words: Record<"label" | "hint" | "save", string>;
  action: (state: AddressState, form: FormData) => Promise<AddressState>;
};

/** Where one document can be read. It works as plain HTML. */
export function AddressForm({ slug, url, words, action }: Props) {
  const [{ done, error, typed }, submit, pending] = useActionState(action, { done: null, error: null, typed: url });
  return (
    <form action={submit} className="form my-4">
      {done ? <Notice kind="success">{done}</Notice> : null}
      <Field id={`adresse-${slug}`} label={words.label} hint={words.hint} error={error}>
        {(control) => <input {...control} key={typed} className="input" name="url" type="url" maxLength={1000} autoComplete="off" defaultValue={typed} />}
      </Field>
      <Submit pending={pending}>{words.save}</Submit>
    </form>
  );
}
