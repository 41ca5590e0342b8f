import { KeptFilters } from "@/components/filter-form";
import { PAGE_SIZES, directorySearch, type DirectoryQuery, type ParameterProblem } from "@/domain/filters";
import { choiceSearch, MOST_COMPARED, parseChoice } from "@/domain/selection";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** The parameter of the list that holds what its reader chose; there, though empty, from when they begin to choose. It is no filter. */
export const SELECTION = "selection";

const FORM = "choix";

type Chosen = readonly string[] | null;

export function parseChosen(parameters: Record<string, string[]>): { ok: true; chosen: Chosen } | { ok: false; problems: ParameterProblem[] } {
  const values = parameters[SELECTION];
  if (!values) return { ok: true, chosen: null };
  const choice = parseChoice(SELECTION, values);
  return choice.ok ? { ok: true, chosen: choice.slugs } : choice;
}

/** Puts a choice into an address of the list or of an entry, so that it is not lost on the way. */
export const carrying = (chosen: Chosen) => (href: string) =>
  chosen ? `${href}${href.includes("?") ? "&" : "?"}${SELECTION}=${chosen.map(encodeURIComponent).join(",")}` : href;

/** What is chosen so far, and where it leads; with the form to which the buttons of the entries belong. */
export function ChoosingBar({ locale, query, chosen }: { locale: Locale; query: DirectoryQuery; chosen: readonly string[] }) {
  const t = translator(locale, "selection");
  return (
    <>
      <form id={FORM} action={localPath(locale, "/organisations")} method="get">
        {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
        <KeptFilters query={query} />
        {query.sort !== (query.q ? "relevance" : "name") ? <input type="hidden" name="sort" value={query.sort} /> : null}
        {query.pageSize !== PAGE_SIZES.default ? <input type="hidden" name="pageSize" value={query.pageSize} /> : null}
        {query.page > 1 ? <input type="hidden" name="page" value={query.page} /> : null}
        <input type="hidden" name={SELECTION} value={chosen.join(",")} />
      </form>
      <div className="selection-bar no-print" role="status">
        <strong>{t("count", { count: chosen.length })}</strong>
        {chosen.length > 0 ? <a href={localPath(locale, `/selection${choiceSearch(chosen)}`)}>{t("see")}</a> : null}
        {chosen.length > 1 && chosen.length <= MOST_COMPARED ? <a href={localPath(locale, `/comparer${choiceSearch(chosen)}`)}>{t("compare")}</a> : null}
        <a href={localPath(locale, `/organisations${directorySearch(query)}`)}>{t("stop")}</a>
      </div>
    </>
  );
}

/** Whether an entry is chosen, or the button that chooses it and comes back to it. */
export function Choosing({
  locale,
  chosen,
  organisation: { slug, name },
}: {
  locale: Locale;
  chosen: readonly string[];
  organisation: { slug: string; name: string };
}) {
  const t = translator(locale, "selection");
  if (chosen.includes(slug)) return <p className="tag tag-emphasis mt-2">{t("chosen")}</p>;
  return (
    <p className="no-print mt-2">
      <button className="btn btn-quiet" form={FORM} name={SELECTION} value={slug} formAction={`${localPath(locale, "/organisations")}#${slug}`}>
        {t("add")}
        <span className="sr-only"> {name}</span>
      </button>
    </p>
  );
}
