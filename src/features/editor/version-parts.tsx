import type { ReactNode } from "react";
import { placeInSource } from "@/components/place-in-source";
import type { VersionStatement } from "@/data/change/versions";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { wordDiff } from "@/lib/word-diff";
import { type ValueNames, valueText } from "@/i18n/value-text";

type Shared = { locale: Locale; names: ValueNames };

/** The values that a version names, by field, for their names to be looked up. */
export const namedIn = (statements: readonly VersionStatement[]) => statements.map(({ field, value }) => ({ [field]: [value] }));

/** What a statement says, in words. */
export function statementText({ locale, names }: Shared, statement: VersionStatement): string {
  const t = translator(locale, "versions");
  const { field, value, contact, since, until, about, moreThan, openList, hidden } = statement;
  if (hidden) return t(hidden);
  const said = valueText(locale, field, contact ?? value, names);
  const qualified = about ? t("about", { value: said }) : moreThan ? t("moreThan", { value: said }) : said;
  const time = since && until ? t("time", { since, until }) : since ? t("since", { since }) : "";
  return [qualified, time, openList ? `(${t("openList")})` : ""].filter(Boolean).join(" ");
}

/** Who says it, where, on what ground. */
export function originText(locale: Locale, statement: VersionStatement): string {
  const t = translator(locale, "versions");
  const { basis, sourceTitle, place, page, lineStart, lineEnd, words, saidOn } = statement;
  return [
    labelsOf(locale).basis[basis],
    sourceTitle,
    placeInSource(locale, { table: place, lineStart, lineEnd }),
    page && t("page", { page }),
    saidOn && t("saidOn", { date: formatDate(locale, saidOn) }),
    words && t("words", { words }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The origin with a way to the document. */
export function Origin({ locale, statement }: { locale: Locale; statement: VersionStatement }) {
  const { sourceTitle, source } = statement;
  const [before = "", after = ""] = originText(locale, { ...statement, sourceTitle: "\u0000" }).split("\u0000");
  return (
    <span className="aside block">
      {before}
      <a href={localPath(locale, `/sources/${source}`)}>{sourceTitle}</a>
      {after}
    </span>
  );
}

/** A piece of text that only the later of two versions has, or only the earlier. */
function Marked({ locale, isNew, children }: { locale: Locale; isNew: boolean; children: ReactNode }) {
  const t = translator(locale, "versions");
  const said = <span className="sr-only">{t(isNew ? "added" : "removed")} </span>;
  return isNew ? (
    <ins>
      {said}
      {children}
    </ins>
  ) : (
    <del>
      {said}
      {children}
    </del>
  );
}

/** Two texts in one, word by word; of one that is missing, the other whole. */
export function TextDiff({ locale, before, after }: { locale: Locale; before: string | null; after: string | null }) {
  return wordDiff(before ?? "", after ?? "").map(({ kind, text }, index) =>
    kind === "same" ? (
      text
    ) : (
      <Marked key={index} locale={locale} isNew={kind === "new"}>
        {text}
      </Marked>
    ),
  );
}
