import { Table } from "@/components/table";
import type { SourceTable } from "@/domain/published/source";
import { sourceAnchor } from "@/domain/source-anchor";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; language: string; tables: readonly SourceTable[] };
type Cell = SourceTable["rows"][number]["cells"][number];

/** The tables of a document as they were transcribed. Each row has its own address, to which citations lead. */
export function TranscribedTables({ locale, language, tables }: Props) {
  const t = translator(locale, "sources");
  const foreign = locale === language ? undefined : language;
  return (
    <section className="section" aria-labelledby="transcription">
      <h2 id="transcription">{t("transcribed")}</h2>
      <p className="measure mt-2">{t("transcribedLead")}</p>
      {tables.map(({ number, place, caption, heads, page, line, rows }) => (
        <section key={number} id={sourceAnchor(number)} className="transcribed" aria-labelledby={`${sourceAnchor(number)}-titre`}>
          <h3 id={`${sourceAnchor(number)}-titre`} className="subhead" lang={foreign}>
            {t("tableCaption", { place, caption })}
          </h3>
          <p className="aside">{page === null ? t("tableLine", { line: String(line) }) : t("tablePage", { page: String(page), line: String(line) })}</p>
          <Table
            rows={rows}
            keyOf={({ row }) => row}
            wide={heads.length > 3}
            idOf={({ row }) => sourceAnchor(number, row)}
            columns={[
              {
                head: t("row"),
                className: "whitespace-nowrap",
                cell: ({ row, line: own }) => (
                  <>
                    <a href={`#${sourceAnchor(number, row)}`}>{t("rowNumber", { row: String(row) })}</a>{" "}
                    <span className="aside">{translator(locale, "site")("line", { start: String(own) })}</span>
                  </>
                ),
              },
              ...heads.map((head, column) => ({
                head: <span lang={foreign}>{head}</span>,
                label: head,
                cell: ({ cells }: SourceTable["rows"][number]) => <Said locale={locale} language={foreign} said={cells[column]!} />,
              })),
            ]}
          />
        </section>
      ))}
    </section>
  );
}

/** What a cell says, each thing on its line; the name of an organisation leads to its entry. Nothing at all in an empty cell. */
function Said({ locale, language, said }: { locale: Locale; language: string | undefined; said: Cell }) {
  return said.map(({ text, organisation }, index) =>
    text === null ? (
      <div key={index} className="aside">
        {translator(locale, "sources")("withdrawn")}
      </div>
    ) : (
      <div key={index} lang={language}>
        {organisation === null ? text : <a href={localPath(locale, `/organisations/${organisation}`)}>{text}</a>}
      </div>
    ),
  );
}
