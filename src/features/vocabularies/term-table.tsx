import { Table } from "@/components/table";
import type { CountedTerm } from "@/data/term/staff";
import { FILTER_OF_VOCABULARY } from "@/domain/filters";
import type { Vocabulary } from "@/domain/terms";
import { localPath, LOCALES, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { formatNumber, translator } from "@/i18n/translator";
import { termPath } from "./path";

/** A code, which may break between its words. */
const Code = ({ code }: { code: string }) => (
  <code>
    {code.split("_").map((word, index) => (
      <span key={index}>
        {index > 0 ? (
          <>
            _<wbr />
          </>
        ) : null}
        {word}
      </span>
    ))}
  </code>
);

/** The terms of a vocabulary in both languages, with how many entries say each. A count leads to those entries. */
export function TermTable({ locale, vocabulary, terms }: { locale: Locale; vocabulary: Vocabulary; terms: readonly CountedTerm[] }) {
  const t = translator(locale, "vocabularies");
  const other = LOCALES.find((one) => one !== locale)!;
  const nameOf = (code: string) => termLabel(locale, vocabulary, code);
  const count = (code: string, number: number, state: string) =>
    number === 0 ? (
      formatNumber(locale, 0)
    ) : (
      <a
        className="inline-block py-1"
        href={localPath(locale, `/admin?${FILTER_OF_VOCABULARY[vocabulary]}=${code}${state}`)}
        aria-label={t("countOf", { count: number, term: nameOf(code) })}
      >
        {formatNumber(locale, number)}
      </a>
    );
  return (
    <Table
      rows={terms}
      keyOf={({ code }) => code}
      columns={[
        {
          head: t("term"),
          cell: ({ code, local }) =>
            local ? (
              <a className="inline-block py-1" href={localPath(locale, termPath(vocabulary, code))} aria-label={t("changeOne", { term: nameOf(code) })}>
                {nameOf(code)}
              </a>
            ) : (
              nameOf(code)
            ),
        },
        { head: t("other"), cell: ({ code }) => <span lang={other}>{termLabel(other, vocabulary, code)}</span> },
        { head: t("code"), cell: ({ code }) => <Code code={code} /> },
        {
          head: t("origin"),
          cell: ({ local }) => (!local ? t("mapping") : local.mergedInto === null ? t("consortium") : t("merged", { term: nameOf(local.mergedInto) })),
        },
        { head: t("published"), num: true, cell: ({ code, published }) => count(code, published, "&etat=published") },
        { head: t("all"), num: true, cell: ({ code, all }) => count(code, all, "") },
      ]}
    />
  );
}
