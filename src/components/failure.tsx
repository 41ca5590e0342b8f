"use client";

import { DEFAULT_LOCALE, localPath, splitPath, type Locale } from "@/i18n/locales";
import { errors as french } from "@/i18n/fr/errors";
import { errors as english } from "@/i18n/en/errors";
import { PageHead } from "./page-head";

const WORDS: Record<Locale, typeof french.failure> = { fr: french.failure, en: english.failure };

type Props = {
  /** The path of the page, from which its language is read; unknown outside the browser. */
  path: string | null;
  /** Next's name for the error in the server's log: nothing of the error itself. */
  reference?: string;
  retry: () => void;
};

/**
 * What a reader sees when a page could not be made. An error boundary runs in the browser, so this
 * is the one piece that carries its own sentences there.
 */
export function Failure({ path, reference, retry }: Props) {
  const locale = path === null ? DEFAULT_LOCALE : splitPath(path).locale;
  const words = WORDS[locale];
  return (
    <div className="frame" role="alert">
      <PageHead title={words.title} lead={words.lead} />
      <p className="form-actions">
        <button type="button" className="btn" onClick={retry}>
          {words.retry}
        </button>
        <a className="btn btn-quiet" href={localPath(locale, "/")}>
          {words.home}
        </a>
      </p>
      {reference ? <p className="source-note">{words.reference.replace("{reference}", reference)}</p> : null}
    </div>
  );
}
