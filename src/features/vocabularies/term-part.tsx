import { ButtonForm } from "@/components/button-form";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { changesOfTerm, type CountedTerm, type TermChange } from "@/data/term/staff";
import { MERGED_INTO_FIELD } from "@/domain/change";
import type { Actor } from "@/domain/actor";
import type { LocalTerm } from "@/domain/terms";
import { localPath, type Locale } from "@/i18n/locales";
import { termChoices, termLabel } from "@/i18n/term-label";
import { formatMoment, translator } from "@/i18n/translator";
import { mergeTermAction, removeTermAction, renameTermAction, undoMergeAction } from "./actions";
import { labelControls } from "./label-controls";
import { PATH } from "./path";
import { TermTable } from "./term-table";

/** What can be done to a term of the consortium, and what was done to it. */
export async function TermPart({ locale, actor, term, local }: { locale: Locale; actor: Actor; term: CountedTerm; local: LocalTerm }) {
  const t = translator(locale, "vocabularies");
  const { vocabulary, code, mergedInto } = local;
  return (
    <>
      <TermTable locale={locale} vocabulary={vocabulary} terms={[term]} />
      {mergedInto === null ? <Standing locale={locale} term={term} local={local} /> : <Merged locale={locale} local={local} into={mergedInto} />}
      <History locale={locale} local={local} changes={await changesOfTerm(actor, vocabulary, code)} />
      <p className="my-5">
        <a href={localPath(locale, PATH)}>{t("title")}</a>
      </p>
    </>
  );
}

function Standing({ locale, term, local }: { locale: Locale; term: CountedTerm; local: LocalTerm }) {
  const t = translator(locale, "vocabularies");
  const { vocabulary, code, fr, en } = local;
  const others = termChoices(locale, vocabulary, "staff").filter(({ value }) => value !== code);
  return (
    <>
      <section className="section py-5">
        <h2>{t("form.renameTitle")}</h2>
        <p className="prose mt-2 mb-4">{t("form.renameLead", { code })}</p>
        <FieldsForm
          id="libelles"
          controls={labelControls(locale)}
          submit={t("form.rename")}
          initial={firstFields({ fr, en })}
          action={renameTermAction.bind(null, locale, vocabulary, code)}
        />
      </section>
      <section className="section py-5">
        <h2>{t("merge.title")}</h2>
        <p className="prose mt-2 mb-4">{t("merge.lead", { count: term.all })}</p>
        <FieldsForm
          id="fusion"
          controls={[
            {
              name: "into",
              type: "select",
              label: t("merge.into"),
              required: translator(locale, "site")("required"),
              options: [{ value: "", label: t("form.choose") }, ...others],
            },
          ]}
          submit={t("merge.submit")}
          initial={firstFields()}
          action={mergeTermAction.bind(null, locale, vocabulary, code)}
        />
      </section>
      <section className="section py-5">
        <h2>{t("remove.title")}</h2>
        {term.all > 0 ? (
          <p className="prose mt-2">{t("remove.inUse")}</p>
        ) : (
          <ButtonForm action={removeTermAction.bind(null, locale, vocabulary, code)} label={t("remove.submit")}>
            <p className="prose mt-2">{t("remove.lead")}</p>
          </ButtonForm>
        )}
      </section>
    </>
  );
}

function Merged({ locale, local, into }: { locale: Locale; local: LocalTerm; into: string }) {
  const t = translator(locale, "vocabularies");
  const { vocabulary, code } = local;
  return (
    <ButtonForm action={undoMergeAction.bind(null, locale, vocabulary, code)} label={t("merge.undo")} className="section py-5">
      <p>{t("merge.now", { from: local[locale], into: termLabel(locale, vocabulary, into) })}</p>
      <p className="field-hint">{t("merge.undoHint")}</p>
    </ButtonForm>
  );
}

function History({ locale, local, changes }: { locale: Locale; local: LocalTerm; changes: readonly TermChange[] }) {
  const t = translator(locale, "vocabularies");
  const nameOf = (code: unknown) => termLabel(locale, local.vocabulary, String(code));
  const said = ({ field, before, after }: TermChange): string => {
    if (field === MERGED_INTO_FIELD) return after ? t("history.merged", { term: nameOf(after) }) : t("history.unmerged", { term: nameOf(before) });
    if (field === "fr" || field === "en") return t(`history.${field}`, { before: String(before ?? t("history.none")), after: String(after) });
    return t("history.removed");
  };
  return (
    <section className="section py-5">
      <h2>{t("history.title")}</h2>
      <ol className="mt-2">
        {changes.map((change, index) => (
          <li key={index} className="py-1">
            {said(change)}{" "}
            <span className="aside">{translator(locale, "changes")("history.by", { who: change.who, when: formatMoment(locale, change.at) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
