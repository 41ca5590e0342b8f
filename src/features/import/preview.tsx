import { ButtonForm } from "@/components/button-form";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { Table } from "@/components/table";
import { valueNames, valueText } from "@/i18n/value-text";
import { countRows, rowsOf, type Batch, type RowCounts, type StagedRow } from "@/data/batch/staging";
import { database } from "@/data/client";
import { referenceNames } from "@/data/editing/edit-form";
import type { Actor } from "@/domain/actor";
import { ROW_KINDS, type RowKind } from "@/domain/import";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import { decideAction, planAction, writeAction } from "./actions";
import { problemText } from "./problems";
import { RowChanges, RowDecision } from "./row";
import { IMPORT_PATH } from "./upload";

export const VIEWS = [...ROW_KINDS, "conflicts"] as const;
export type View = (typeof VIEWS)[number];
const PAGE_SIZE = 50;

type Props = { locale: Locale; actor: Actor; batch: Batch; view: View | null; page: number };

/** The first kind of row that asks something of a person. */
const firstView = (counts: RowCounts): View =>
  (["conflicts", "duplicate", "rejected", "changed", "new", "unchanged"] as const).find((kind) => counts[kind] > 0) ?? "new";

/** What would become of each row, and what a person has to say first. */
export async function Preview({ locale, actor, batch, view: asked, page }: Props) {
  const t = translator(locale, "imports");
  const db = database();
  const counts = await countRows(db, batch.id);
  const view = asked ?? firstView(counts);
  const kind: RowKind = view === "conflicts" ? "changed" : view;
  const rows = await rowsOf(db, batch.id, { kind, conflicts: view === "conflicts" }, PAGE_SIZE, (page - 1) * PAGE_SIZE);
  const path = (of: View, number = 1) => localPath(locale, `${IMPORT_PATH}/${batch.id}?voir=${of}${number > 1 ? `&page=${number}` : ""}`);
  const decides = rows.length > 0 && (view === "duplicate" || view === "conflicts" || view === "skipped");
  const names = valueNames(
    await referenceNames(
      actor,
      rows.flatMap(({ plan }) => (plan?.changes ?? []).flatMap(({ field, before, after }) => [{ [field]: before }, { [field]: after }])),
    ),
  );
  const list = <Rows {...{ locale, view, rows }} text={(field, value) => valueText(locale, field, value, names)} />;
  return (
    <>
      <h2>{t("preview.summary", { count: batch.rowCount })}</h2>
      <WriteForm locale={locale} batch={batch} counts={counts} />
      <nav className="tabs my-5" aria-label={t("preview.summary", { count: batch.rowCount })}>
        {VIEWS.filter((of) => counts[of] > 0 || of === view).map((of) => (
          <a key={of} href={path(of)} aria-current={of === view ? "page" : undefined}>
            {t(`preview.kind.${of}`)} ({formatNumber(locale, counts[of])})
          </a>
        ))}
      </nav>
      <p>{t(`preview.lead.${view}`)}</p>
      {view === "rejected" && counts.rejected > 0 ? (
        <p className="my-3">
          <a className="btn btn-quiet" href={localPath(locale, `${IMPORT_PATH}/${batch.id}/rejets`)} download>
            {t("preview.rejects")}
          </a>
        </p>
      ) : null}
      {decides ? (
        <form action={decideAction.bind(null, locale, batch.id, `?voir=${view}${page > 1 ? `&page=${page}` : ""}`)}>
          {list}
          <div className="form-actions">
            <button className="btn" type="submit">
              {t("preview.keep")}
            </button>
          </div>
        </form>
      ) : (
        list
      )}
      <Pagination locale={locale} page={page} pageCount={Math.ceil(counts[view] / PAGE_SIZE)} hrefOf={(number) => path(view, number)} />
    </>
  );
}

function WriteForm({ locale, batch, counts }: { locale: Locale; batch: Batch; counts: RowCounts }) {
  const t = translator(locale, "imports");
  const { failure } = batch;
  const sum = counts.new + counts.changed;
  return (
    <>
      {failure ? (
        <Notice kind="error" title={t("failure.title")}>
          <p>
            {failure.reason === "moved"
              ? t("failure.moved", { count: failure.count, names: failure.names.join(", "), more: failure.count > failure.names.length ? "yes" : "no" })
              : t(`failure.${failure.reason}`)}
          </p>
          <ButtonForm action={planAction.bind(null, locale, batch.id)} label={t("failure.again")} className="my-3" />
        </Notice>
      ) : null}
      {sum === 0 ? (
        <p>{t("preview.nothingToWrite")}</p>
      ) : (
        <ButtonForm action={writeAction.bind(null, locale, batch.id)} label={t("preview.write", { count: sum })} main className="my-3">
          <p>{t("preview.writeLead", { made: counts.new, changed: counts.changed, duplicate: counts.duplicate })}</p>
        </ButtonForm>
      )}
    </>
  );
}

type Words = (field: string, value: unknown) => string;

function Rows({ locale, view, rows, text }: { locale: Locale; view: View; rows: readonly StagedRow[]; text: Words }) {
  const t = translator(locale, "imports");
  if (rows.length === 0) return <p>{t("preview.none")}</p>;
  const entry = ({ slug, plan }: StagedRow) => (slug ? <a href={localPath(locale, `/admin/organisations/${slug}`)}>{plan!.name}</a> : plan!.name);
  const given = ({ plan }: StagedRow) =>
    Object.entries(plan!.given)
      .filter(([name, value]) => name !== "name" && value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([name]) => fieldLabel(locale, name.split(":")[0]!));
  return (
    <Table
      rows={rows}
      keyOf={({ line }) => line}
      columns={[
        { head: t("preview.lineHead"), cell: ({ line }) => line },
        { head: t("preview.entry"), cell: entry },
        {
          head: view === "rejected" ? t("preview.problems") : view === "duplicate" || view === "skipped" ? t("preview.resembles") : t("preview.changes"),

          cell: (row) => {
            if (view === "rejected")
              return (
                <ul>
                  {row.plan!.problems.map((problem, index) => (
                    <li key={index}>{problemText(locale, problem)}</li>
                  ))}
                </ul>
              );
            if (view === "duplicate" || view === "skipped") return <RowDecision locale={locale} row={row} />;
            if (view === "new") return [...new Set(given(row))].join(", ");
            return <RowChanges locale={locale} row={row} asks={view === "conflicts"} text={text} />;
          },
        },
      ]}
    />
  );
}
