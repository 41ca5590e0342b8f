"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/field";
import { Notice } from "@/components/notice";
import { Submit } from "@/components/submit";
import { Table } from "@/components/table";
import { NOTHING_DONE, type TokensState } from "./state";

export type TokenRow = { id: number; name: string; role: string; owner: string; ends: string; used: string; endTitle: string };
type Words = Record<"name" | "role" | "owner" | "ends" | "used" | "action" | "end" | "days" | "new" | "make" | "how" | "none" | "failed", string>;
type Props = {
  rows: readonly TokenRow[];
  roles: readonly { value: string; label: string }[];
  usualDays: number;
  address: string;
  words: Words;
  action: (state: TokensState, form: FormData) => Promise<TokensState>;
};

/** The tokens that count, and the form of a new one. It works as plain HTML. */
export function TokensForm({ rows, roles, usualDays, address, words, action }: Props) {
  const [{ done, token, error, typed }, submit, pending] = useActionState(action, NOTHING_DONE);
  const start = typed ?? { name: "", role: "reader", days: String(usualDays) };
  return (
    <>
      {done ? (
        <Notice kind="success" title={done}>
          {token ? (
            <>
              <p>
                <code className="password break-all">{token}</code>
              </p>
              <p>
                {words.how} <code className="break-all">{address}</code>
              </p>
            </>
          ) : null}
        </Notice>
      ) : null}
      {error ? (
        <Notice kind="error" title={words.failed}>
          <p>{error}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <p className="my-5">{words.none}</p>
      ) : (
        <form action={submit} className="my-5">
          <Table
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { head: words.name, cell: ({ name }) => name },
              { head: words.owner, cell: ({ owner }) => owner },
              { head: words.role, cell: ({ role }) => role },
              { head: words.ends, cell: ({ ends }) => ends },
              { head: words.used, cell: ({ used }) => used },
              {
                head: words.action,
                cell: ({ id, endTitle }) => (
                  <button className="btn btn-quiet" type="submit" name="action" value={`end ${id}`} aria-label={endTitle} disabled={pending}>
                    {words.end}
                  </button>
                ),
              },
            ]}
          />
        </form>
      )}
      <h2>{words.new}</h2>
      <form action={submit} className="form my-4" key={JSON.stringify(start)}>
        <Field id="jeton-nom" label={words.name}>
          {(control) => <input {...control} className="input" name="name" maxLength={80} required autoComplete="off" defaultValue={start.name} />}
        </Field>
        <Field id="jeton-role" label={words.role}>
          {(control) => <Select {...control} name="role" defaultValue={start.role} options={roles} />}
        </Field>
        <Field id="jeton-jours" label={words.days}>
          {(control) => <input {...control} className="input" name="days" inputMode="numeric" maxLength={3} required defaultValue={start.days} />}
        </Field>
        <Submit pending={pending}>{words.make}</Submit>
      </form>
    </>
  );
}
