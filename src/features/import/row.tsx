import { Select } from "@/components/field";
import type { StagedRow } from "@/data/batch/staging";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; row: StagedRow };

/** What changes of an entry, field by field: the old value and the new one. @param asks whether a person may take the file's value where staff wrote another */
export function RowChanges({ locale, row, asks, text }: Props & { asks: boolean; text: (field: string, value: unknown) => string }) {
  const t = translator(locale, "imports");
  const { changes, conflicts, again } = row.plan!;
  return (
    <>
      {asks ? <input type="hidden" name="line" value={row.line} /> : null}
      {again ? <p>{t("preview.again")}</p> : null}
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field} className="mb-2">
            <dt className="strong">{fieldLabel(locale, field)}</dt>
            <dd>
              <span className="sr-only">{t("preview.before")} </span>
              <del>{text(field, before)}</del> → <span className="sr-only">{t("preview.after")} </span>
              <ins>{text(field, after)}</ins>
              {conflicts.includes(field) ? (
                <>
                  <br />
                  <span className="aside">{t("preview.conflict")}</span>
                  {asks ? (
                    <label className="choice">
                      <input type="checkbox" name={`take-${row.line}`} value={field} defaultChecked={row.taken.includes(field)} /> {t("preview.take")}
                    </label>
                  ) : null}
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What a row resembles, and the choice of what it is. */
export function RowDecision({ locale, row }: Props) {
  const t = translator(locale, "imports");
  const { candidates } = row.plan!;
  const known = candidates.flatMap((candidate) => ("slug" in candidate ? candidate : []));
  return (
    <>
      <input type="hidden" name="line" value={row.line} />
      <ul>
        {candidates.map((candidate) =>
          "slug" in candidate ? (
            <li key={candidate.slug}>
              <a href={localPath(locale, `/admin/organisations/${candidate.slug}`)}>{candidate.name}</a>{" "}
              <span className="aside">({candidate.why.map((why) => t(`preview.why.${why}`)).join(", ")})</span>
            </li>
          ) : (
            <li key={candidate.line}>{t("preview.sameLine", { line: candidate.line, name: candidate.name })}</li>
          ),
        )}
      </ul>
      <Select
        name={`decision-${row.line}`}
        aria-label={`${t("preview.decide")} (${t("preview.line", { line: row.line })})`}
        defaultValue={row.decision ?? ""}
        options={[
          { value: "", label: t("preview.decision.none") },
          ...known.map(({ slug, name }) => ({ value: slug, label: t("preview.decision.this", { name }) })),
          { value: "new", label: t("preview.decision.new") },
          { value: "skip", label: t("preview.decision.skip") },
        ]}
      />
    </>
  );
}
