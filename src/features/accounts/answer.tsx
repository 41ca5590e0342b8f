import { Notice } from "@/components/notice";
import type { AccountsState } from "./state";

/** What was done to an account, or why not. */
export function Answer({ state: { done, error } }: { state: AccountsState }) {
  return (
    <>
      {done ? (
        <Notice kind="success" title={done.title}>
          <p>{done.text}</p>
          {done.link ? (
            <p>
              <code className="password break-all">{done.link}</code>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {error ? (
        <Notice kind="error" title={error.title}>
          <p>{error.text}</p>
        </Notice>
      ) : null}
    </>
  );
}
