import { Fragment } from "react";
import { directorySearch, PAGE_SIZES, type DirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { publicOrigin } from "@/lib/http/origin";

/** The map and its numbers as files, and the code that puts it on another site. */
export function TakeAway({ locale, query }: { locale: Locale; query: DirectoryQuery }) {
  const t = translator(locale, "map");
  const search = directorySearch({ ...query, sort: query.q ? "relevance" : "name", page: 1, pageSize: PAGE_SIZES.default });
  const file = `${search}${search ? "&" : "?"}language=${locale}`;
  const origin = publicOrigin();
  const code = `<iframe src="${origin}${localPath(locale, `/embed/carte${search}`)}" title="${t("title")}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;
  return (
    <div className="no-print">
      <p className="take-away">
        {t("files.take")}
        {(["csv", "geojson", "png", "svg"] as const).map((format) => (
          <Fragment key={format}>
            {" "}
            <a href={`/api/v1/map.${format}${file}`}>{t(`files.${format}`)}</a>
          </Fragment>
        ))}
      </p>
      <details>
        <summary>{t("embed.title")}</summary>
        <p className="mt-2">
          {t("embed.text")} {origin ? null : t("embed.whole")}
        </p>
        <pre className="map-code">{code}</pre>
      </details>
    </div>
  );
}
