import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";

import { ButtonForm } from "@/components/button-form";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { StaffFrame } from "@/components/staff-frame";
import { LIKELY_PAGE_SIZE, likelyPairs, type Likely, type LikelyEntry } from "@/data/merge/duplicates";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { pageOf, type Search } from "@/lib/http/search";
import { distinctAction } from "./actions";
import { mergePath } from "./merge-path";

const PATH = "/admin/doublons";

type Props = { locale: Locale; search: Search; signOut: ReactNode };

const called = ({ name, acronym }: LikelyEntry): string => (acronym ? `${name} (${acronym})` : name);

function Pair({ locale, pair: { first, second, reasons, places, distinct } }: { locale: Locale; pair: Likely }) {
  const t = translator(locale, "life");
  const names = t("duplicates.pair", { first: called(first), second: called(second) });
  const why = [
    ...reasons.map((reason) => t(`duplicates.reason.${reason}`)),
    ...(places.length > 0 ? [t("duplicates.places", { places: places.join(", ") })] : []),
  ];
  const colon = locale === "fr" ? "\u00a0:" : ":";
  const answer = t(distinct ? "duplicates.again" : "duplicates.notSame");
  return (
    <li className="section py-5">
      <ul className="contact-list strong">
        {[first, second].map((entry) => (
          <li key={entry.slug}>
            <a href={localPath(locale, `/admin/organisations/${entry.slug}`)}>{called(entry)}</a>
          </li>
        ))}
      </ul>
      <p>{why.join(" · ")}</p>
      {distinct ? <p className="soft">{t("duplicates.saidBy", { who: distinct })}</p> : null}
      <div className="form-actions">
        <a href={localPath(locale, mergePath(first.slug, second.slug))} aria-label={`${t("duplicates.compare")}${colon} ${names}`}>
          {t("duplicates.compare")}
        </a>
        <ButtonForm
          action={distinctAction.bind(null, locale, [first.slug, second.slug], distinct === null)}
          label={answer}
          title={`${answer}${colon} ${names}`}
        />
      </div>
    </li>
  );
}

/** `/admin/doublons`: pairs of entries that may be one, and with `?ecartees=1` those of which staff said that they are not. */
export async function DuplicatesPage({ locale, search, signOut }: Props) {
  const actor = await requireActor(pathsIn(locale), PATH);
  const t = translator(locale, "life");
  const distinct = search.ecartees === "1";
  const page = pageOf(search.page);
  const { total, pairs } = await likelyPairs(actor, { page, distinct });
  const hrefOf = (aside: boolean, number = 1) => {
    const query = new URLSearchParams({ ...(aside ? { ecartees: "1" } : {}), ...(number > 1 ? { page: String(number) } : {}) }).toString();
    return localPath(locale, query ? `${PATH}?${query}` : PATH);
  };
  return (
    <StaffFrame {...{ locale, actor, tab: PATH, signOut }} title={t("duplicates.title")} lead={t("duplicates.lead")}>
      {search.fait === "ecartee" || search.fait === "remise" ? (
        <Notice kind="success">{t(search.fait === "ecartee" ? "duplicates.done" : "duplicates.undone")}</Notice>
      ) : null}
      <ul className="my-4 flex flex-wrap gap-x-5 gap-y-1">
        {[false, true].map((aside) => (
          <li key={String(aside)}>
            <a href={hrefOf(aside)} aria-current={aside === distinct ? "true" : undefined}>
              {t(aside ? "duplicates.distinct" : "duplicates.likely")}
            </a>
          </li>
        ))}
      </ul>
      <p role="status" className="strong">
        {total === 0 ? t(distinct ? "duplicates.noneDistinct" : "duplicates.none") : t("duplicates.total", { count: total })}
      </p>
      <ol>
        {pairs.map((pair) => (
          <Pair key={`${pair.first.slug} ${pair.second.slug}`} locale={locale} pair={pair} />
        ))}
      </ol>
      <Pagination locale={locale} page={page} pageCount={Math.ceil(total / LIKELY_PAGE_SIZE)} hrefOf={(number) => hrefOf(distinct, number)} />
    </StaffFrame>
  );
}
