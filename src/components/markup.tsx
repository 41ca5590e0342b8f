import type { ReactNode } from "react";
import { staticMarkup } from "./static-markup";

type Props = { className?: string; children: ReactNode };

/** Part of a page of React's that React never touches again: the phone reads it once, as HTML, and not a second time as React's own data. */
export async function Markup({ className, children }: Props) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: await staticMarkup(children) }} />;
}
