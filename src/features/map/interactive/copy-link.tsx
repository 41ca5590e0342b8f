import { useEffect, useRef, useState } from "react";
import type { InteractiveTexts } from "./texts";

type State = "ready" | "copied" | { address: string };

/** Copies the address of what is seen; a browser that may not copy shows the address, selected. */
export function CopyLink({ texts }: { texts: InteractiveTexts }) {
  const [state, setState] = useState<State>("ready");
  const field = useRef<HTMLInputElement>(null);
  const shown = typeof state === "object";

  useEffect(() => {
    if (shown) field.current?.select();
  }, [shown]);

  const copy = async () => {
    const address = location.href;
    try {
      await navigator.clipboard.writeText(address);
      setState("copied");
    } catch {
      setState({ address });
    }
  };
  return (
    <>
      <button className="btn btn-quiet" type="button" onClick={copy} onBlur={() => setState((now) => (now === "copied" ? "ready" : now))}>
        {texts.copy}
      </button>
      <span role="status">{state === "copied" ? texts.copied : shown ? texts.selected : ""}</span>
      {shown ? <input className="input" ref={field} readOnly aria-label={texts.address} value={state.address} onBlur={() => setState("ready")} /> : null}
    </>
  );
}
