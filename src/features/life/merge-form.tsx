"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { MergeState } from "./state";

/** A field of which the two entries say different things, in words. */
export type MergeChoice = { code: string; label: string; survivor: string; merged: string };

type Props = {
  choices: readonly MergeChoice[];
  versions: { survivor: number; merged: number };
  words: Record<"choices" | "note" | "noteHint" | "submit", string>;
  action: (state: MergeState, form: FormData) => Promise<MergeState>;
};

/** What stays shown of each field, and why the two are one. It works as plain HTML. */
export function MergeForm({ choices, versions, words, action }: Props) {
  const [{ error, takes, note }, submit, pending] = useActionState(action, { error: null, takes: [], note: "" });
  return (
    <form action={submit} className="form my-5" key={JSON.stringify([takes, note])}>
      {error ? <Notice kind="error">{error}</Notice> : null}
      <input type="hidden" name="survivor_version" value={versions.survivor} />
      <input type="hidden" name="merged_version" value={versions.merged} />
      <p className="strong">{words.choices}</p>
      {choices.map(({ code, label, ...texts }) => (
        <fieldset key={code} className="field">
          <legend className="field-label">{label}</legend>
          {(["survivor", "merged"] as const).map((side) => (
            <label key={side} className="choice">
              <input type="radio" name={code} value={side} defaultChecked={takes.includes(code) === (side === "merged")} /> <span>{texts[side]}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Field id="fusion-note" label={words.note} hint={words.noteHint}>
        {(control) => <textarea {...control} className="input" name="note" rows={2} maxLength={1000} defaultValue={note} />}
      </Field>
      <Submit pending={pending}>{words.submit}</Submit>
    </form>
  );
}
