import { Fragment, type ReactNode } from "react";
import type { PublicCitation } from "@/domain/published/statement";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { placeInSource } from "./place-in-source";
import { PlaceLink } from "./place-link";

/** What a note needs of a citation; statements about a typology have it too. */
export type CitedPlace = Pick<PublicCitation, "source" | "sourceTitle" | "table" | "lineStart" | "lineEnd" | "anchor" | "basis"> &
  Partial<Pick<PublicCitation, "sourcePublishedOn" | "saidOn">>;

type Props = { locale: Locale; citations: readonly CitedPlace[]; children?: ReactNode };

/**
 * Where a group of values comes from, for who asks: each document once, with its date, then the places by ground ("dit de cette
 * organisation : Tableau 2, l. 389 ; Tableau 6, l. 538"). On paper it is open.
 */
export function SourceNote({ locale, citations, children }: Props) {
  const t = translator(locale, "site");
  const labels = labelsOf(locale).basis;
  const documents = groupBy(citations, ({ source }) => source);
  return (
    <details className="source-note source-details">
      <summary>{translator(locale, "profile")("sources")}</summary>
      {documents.map((ofDocument) => {
        const [{ source, sourceTitle, sourcePublishedOn }] = ofDocument;
        return (
          <p key={source}>
            {t("source", { count: 1 })}{" "}
            <cite lang={locale === "fr" ? undefined : "fr"}>
              <a href={localPath(locale, `/sources/${source}`)}>{sourceTitle}</a>
            </cite>
            {sourcePublishedOn ? ` (${sourcePublishedOn})` : null}.{" "}
            {groupBy(ofDocument, ({ basis, saidOn }) => `${basis} ${saidOn ?? ""}`).map((sameGround) => {
              const [{ basis, saidOn }] = sameGround;
              const places = new Map(sameGround.map((citation) => [placeInSource(locale, citation), citation.anchor]));
              places.delete("");
              return (
                <span key={`${basis}${saidOn}`}>
                  {labels[basis]}
                  {saidOn ? ` (${formatDate(locale, saidOn)})` : null}
                  {[...places].map(([place, anchor], index) => (
                    <Fragment key={place}>
                      {t(index === 0 ? "beforePlaces" : "placeSeparator")}
                      <PlaceLink locale={locale} source={source} anchor={anchor}>
                        {place}
                      </PlaceLink>
                    </Fragment>
                  ))}
                  .{" "}
                </span>
              );
            })}
          </p>
        );
      })}
      {children}
    </details>
  );
}

/** Groups in the order of first appearance; a group is never empty. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
