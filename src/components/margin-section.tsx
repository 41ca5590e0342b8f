import type { ReactNode } from "react";

type Props = {
  /** What links lead to, and what names the section for assistive technology. */
  id?: string;
  title: string;
  /** Running text, in lines that are not too long to read. */
  prose?: boolean;
  /** On paper it is left out. */
  screenOnly?: boolean;
  children: ReactNode;
};

/** A section of a page with its heading in the margin, as a printed directory sets it. */
export function MarginSection({ id, title, prose = false, screenOnly = false, children }: Props) {
  return (
    <section className={screenOnly ? "margin-section no-print" : "margin-section"} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={prose ? "prose" : undefined}>{children}</div>
    </section>
  );
}
