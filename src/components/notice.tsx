import type { ReactNode } from "react";

type Props = { kind?: "info" | "success" | "warning" | "error"; title?: string; children?: ReactNode };

const ROLES = { error: "alert", success: "status", info: undefined, warning: "alert" } as const;

/** A passage that stands out. Its words carry the meaning; the colour only repeats it. */
export function Notice({ kind = "info", title, children }: Props) {
  return (
    <div className={kind === "info" ? "notice" : `notice notice-${kind}`} role={ROLES[kind]}>
      {title ? <p className="strong">{title}</p> : null}
      {children}
    </div>
  );
}
