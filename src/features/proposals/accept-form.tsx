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
  /** Whether it resembles entries, and staff must say that it is another organisation. */
  asksWhether: boolean;
  words: Readonly<Record<"now" | "take" | "added" | "removed" | "basis" | "kind" | "accept" | "other", string>>;
};

type Props = { spec: AcceptSpec; action: (state: ReviewState, form: FormData) => Promise<ReviewState> };

/** Field by field what is known and what is proposed, and which of it is taken over. What was ticked is kept when nothing could be stored. */
export function AcceptForm({ spec: { rows, bases, kinds, asksWhether, words }, action }: Props) {
  const [state, submit, pending] = useActionState(action, { title: "", problems: [], asksWhether, typed: null });
  const { title, problems, typed } = state;
  return (
    <form action={submit} className="form">
      {title ? (
        <Notice kind="error" title={title}>
          {problems.length > 0 ? (
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      <div key={JSON.stringify(state)} className="grid gap-5">
        {state.asksWhether ? (
          <label className="choice">
            <input type="checkbox" name="other" value="yes" defaultChecked={typed?.isOther} /> <span>{words.other}</span>
          </label>
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
              <input type="checkbox" name="take" value={name} aria-label={takeLabel} defaultChecked={typed?.names.includes(name)} /> <span>{words.take}</span>
            </label>
          </section>
        ))}
        {rows.length > 0 ? (
          <Field id="basis" label={words.basis}>
            {(control) => <Select {...control} name="basis" defaultValue={typed?.basis} options={bases} />}
          </Field>
        ) : null}
        {kinds.length > 0 ? (
          <Field id="kind" label={words.kind}>
            {(control) => <Select {...control} name="kind" defaultValue={typed?.kind ?? "cso"} options={kinds} />}
          </Field>
        ) : null}
        <Submit pending={pending}>{words.accept}</Submit>
      </div>
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
