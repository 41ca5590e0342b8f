"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import type { ReviewState } from "./actions";

type Option = { value: string; label: string };
export type ReviewRow = { name: string; label: string; takeLabel: string; now: readonly string[]; added: readonly string[]; removed: readonly string[] };
export type AcceptSpec = {
  rows: readonly ReviewRow[];
  bases: readonly Option[];
  /** Of a new entry; none for one that exists. */
  kinds: readonly Option[];
  words: Readonly<Record<"now" | "take" | "added" | "removed" | "basis" | "kind" | "accept" | "invalid", string>>;
  /** What is wrong, in words, by reason. */
  reasons: Readonly<Record<string, string>>;
};

type Props = { spec: AcceptSpec; action: (state: ReviewState, form: FormData) => Promise<ReviewState> };

/** Field by field what is known and what is proposed, and which of it is taken over. */
export function AcceptForm({ spec: { rows, bases, kinds, words, reasons }, action }: Props) {
  const [state, submit, pending] = useActionState(action, { problems: [] });
  return (
    <form action={submit} className="form">
      {state.problems.length > 0 ? (
        <Notice kind="error" title={words.invalid}>
          <ul>
            {state.problems.map(({ path, reason, value }) => (
              <li key={`${path} ${reason}`}>
                {value ? `${value} – ` : ""}
                {reasons[reason] ?? reason}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {rows.map(({ name, label, takeLabel, now, added, removed }) => (
        <section key={name} className="section grid gap-2 pt-4 pb-0" aria-labelledby={`champ-${name}`}>
          <h2 id={`champ-${name}`} className="subhead">
            {label}
          </h2>
          <p>
            <span className="aside">{words.now}</span> {now.join(" · ") || "–"}
          </p>
          <Change title={words.added} lines={added} />
          <Change title={words.removed} lines={removed} />
          <label className="choice">
            <input type="checkbox" name="take" value={name} aria-label={takeLabel} /> <span>{words.take}</span>
          </label>
        </section>
      ))}
      {rows.length > 0 ? (
        <Field id="basis" label={words.basis}>
          {(control) => <Select {...control} name="basis" options={bases} />}
        </Field>
      ) : null}
      {kinds.length > 0 ? (
        <Field id="kind" label={words.kind}>
          {(control) => <Select {...control} name="kind" defaultValue="cso" options={kinds} />}
        </Field>
      ) : null}
      <Submit pending={pending}>{words.accept}</Submit>
    </form>
  );
}

function Change({ title, lines }: { title: string; lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <p>
      <span className="aside">{title}</span> <span className="strong">{lines.join(" · ")}</span>
    </p>
  );
}
