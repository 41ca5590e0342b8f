import type { ReactNode } from "react";

/** The end of a form: its button, which waits while the form is under way. */
export const Submit = ({ pending, children }: { pending: boolean; children: ReactNode }) => (
  <div className="form-actions">
    <button className="btn" type="submit" disabled={pending}>
      {children}
    </button>
  </div>
);
