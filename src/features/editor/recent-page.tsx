import type { ReactNode } from "react";
import { ChangeRemarks } from "@/components/change-remarks";
import { Field } from "@/components/field";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { RECENT_PAGE_SIZE, recentChanges, type RecentChange } from "@/data/change/recent";
import type { Typology } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { formatMoment, labelsOf, translator } from "@/i18n/translator";
import { pageOf, type Search } from "@/lib/http/search";
import { staffPage } from "./staff-page";

const PATH = "/admin/changements";

/** `/admin/changements`: what was changed last, by whom, in every entry that this person may see. */
export async function RecentChangesPage({ locale, search, signOut }: { locale: Locale; search: Search; signOut: ReactNode }) {
  const { actor, frame } = await staffPage(locale, PATH, signOut);
  const t = translator(locale, "changes");
  const who = typeof search.qui === "string" ? search.qui.trim().slice(0, 120) || null : null;
  const page = pageOf(search.page);
  const { total, changes } = await recentChanges(actor, { who, page });
  const hrefOf = (next: number) => {
    const parameters = new URLSearchParams({ ...(who ? { qui: who } : {}), ...(next > 1 ? { page: String(next) } : {}) }).toString();
    return localPath(locale, `${PATH}${parameters ? `?${parameters}` : ""}`);
  };
  return (
    <StaffFrame {...frame} tab={PATH} below={undefined} title={t("recent.title")} lead={t("recent.lead")}>
      <form method="get" className="form my-5">
        <Field id="qui" label={t("recent.who")} hint={t("recent.whoHint")}>
          {(control) => <input {...control} className="input" name="qui" type="search" defaultValue={who ?? ""} />}
        </Field>
        <p>
          <button className="btn btn-quiet">{translator(locale, "admin")("list.submit")}</button>
        </p>
      </form>
      <p role="status" className="strong">
        {t("recent.total", { count: total })}
      </p>
      <ol>
        {changes.map((change) => (
          <Change key={change.id} locale={locale} change={change} />
        ))}
      </ol>
      <Pagination locale={locale} page={page} pageCount={Math.ceil(total / RECENT_PAGE_SIZE)} hrefOf={hrefOf} />
    </StaffFrame>
  );
}

function Change({ locale, change }: { locale: Locale; change: RecentChange }) {
  const { at, who, action, organisations, others, documents, terms, count } = change;
  const t = translator(locale, "changes");
  const links = [
    ...organisations.map(({ slug, name }) => ({ href: `/admin/organisations/${slug}/historique`, label: name })),
    ...others.map(({ edited, slug, name }) => ({
      // What was done to a place of staff itself is told where that is done.
      href: edited === "zone" && slug.startsWith("x-") ? `/admin/vocabulaires?lieu=${slug}` : `/admin/autres/${edited}-${slug}#historique`,
      label: name ?? labelsOf(locale).typology[slug as Typology] ?? slug,
    })),
    ...terms.map(({ vocabulary, code }) => ({ href: `/admin/vocabulaires?terme=${vocabulary}:${code}`, label: termLabel(locale, vocabulary, code) })),
    ...documents.map((title) => ({ href: "/admin/sources", label: title })),
  ];
  return (
    <li className="section py-3">
      <p>
        <span className="strong">{t(`action.${action}`)}</span> {t("history.by", { who, when: formatMoment(locale, at) })}
      </p>
      <p>
        {links.map(({ href, label }, index) => (
          <span key={`${href} ${label}`}>
            {index > 0 ? " · " : null}
            <a className="inline-block py-1" href={localPath(locale, href)}>
              {label}
            </a>
          </span>
        ))}
        {count > organisations.length ? <span className="aside"> {t("recent.more", { count: count - organisations.length })}</span> : null}
      </p>
      <ChangeRemarks locale={locale} change={change} />
    </li>
  );
}
