import type { ReactNode } from "react";

type Props = {
  /** The way back up; a page of the main navigation needs none. */
  crumbs?: ReactNode;
  /** What kind of thing the page is about. */
  kicker?: string;
  title: ReactNode;
  /** Set smaller: the title of a document, in the language of the document. */
  documentLanguage?: string;
  /** What the page is, in a sentence. */
  lead?: ReactNode;
  /** Above what one came for, which should begin on the first screen of a phone. */
  compact?: boolean;
  /** What else is said before the page begins. */
  children?: ReactNode;
};

/** The head of a page. It knows no catalogue: a page that failed shows it in the browser. */
export function PageHead({ crumbs, kicker, title, documentLanguage, lead, compact = false, children }: Props) {
  return (
    <div className={compact ? "page-head page-head-compact" : "page-head"}>
      {crumbs}
      {kicker ? <p className="kicker">{kicker}</p> : null}
      <h1 lang={documentLanguage} className={documentLanguage && "document-title"}>
        {title}
      </h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </div>
  );
}
