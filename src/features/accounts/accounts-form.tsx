"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Table } from "@/components/table";
import { type AccountsState, NOTHING_TYPED } from "./state";

export type AccountRow = { id: number; name: string; email: string; role: string; state: string; actions: { value: string; label: string; title: string }[] };
type Words = Record<"name" | "email" | "role" | "state" | "actions" | "newTitle" | "create", string>;
type Props = {
  rows: AccountRow[];
  roles: { value: string; label: string }[];
  words: Words;
  action: (state: AccountsState, form: FormData) => Promise<AccountsState>;
};

/** The accounts with their buttons, and the form of a new one. It works as plain HTML. */
export function AccountsForm({ rows, roles, words, action }: Props) {
  const [state, submit, pending] = useActionState(action, { done: null, error: null, typed: { ...NOTHING_TYPED } });
  const { done, error, typed } = state;
  return (
    <>
      {done ? (
        <Notice kind="success" title={done.title}>
          <p>{done.text}</p>
          {done.password ? (
            <p>
              <code className="password">{done.password}</code>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {error ? (
        <Notice kind="error" title={error.title}>
          <p>{error.text}</p>
        </Notice>
      ) : null}
      <form action={submit} className="my-5">
        <Table
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { head: words.name, cell: ({ name }) => name },
            { head: words.email, className: "break-all", cell: ({ email }) => email },
            { head: words.role, cell: ({ role }) => role },
            { head: words.state, cell: ({ state: condition }) => condition },
            {
              head: words.actions,
              cell: ({ actions }) => (
                <span className="flex flex-wrap gap-2">
                  {actions.map(({ value, label, title }) => (
                    <button key={value} className="btn btn-quiet" type="submit" name="action" value={value} aria-label={title} disabled={pending}>
                      {label}
                    </button>
                  ))}
                </span>
              ),
            },
          ]}
        />
      </form>
      <h2>{words.newTitle}</h2>
      <form action={submit} className="form my-4" key={`${typed.email} ${typed.name}`}>
        <Field id="compte-nom" label={words.name}>
          {(control) => <input {...control} className="input" name="name" maxLength={120} required autoComplete="off" defaultValue={typed.name} />}
        </Field>
        <Field id="compte-courriel" label={words.email}>
          {(control) => (
            <input {...control} className="input" name="email" type="email" maxLength={254} required autoComplete="off" defaultValue={typed.email} />
          )}
        </Field>
        <Field id="compte-role" label={words.role}>
          {(control) => <Select {...control} name="role" defaultValue={typed.role} options={roles} />}
        </Field>
        <div className="form-actions">
          <button className="btn" type="submit" name="action" value="open" disabled={pending}>
            {words.create}
          </button>
        </div>
      </form>
    </>
  );
}
