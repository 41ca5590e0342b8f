import { useEffect, useState } from "react";
import { OrganisationLink } from "@/components/organisation-link";
import { localPath, type Locale } from "@/i18n/locales";
import type { InteractivePlace } from "./places";
import { sayNumber } from "./say-place";
import type { InteractiveTexts } from "./texts";

type Props = {
  locale: Locale;
  texts: InteractiveTexts;
  themes: Readonly<Record<string, string>>;
  search: string;
  place: InteractivePlace;
  onGrown: () => void;
};
type Item = { slug: string; name: string; acronym: string | null; themes: string[] };

/** So many that a keyboard reader is soon past them; the page of the zone has all. */
const SHOWN = 5;

/** The first organisations of a place with what they work on, and a link to the page of the zone. */
export function PlaceList({ locale, texts, themes, search, place, onGrown }: Props) {
  const [items, setItems] = useState<Item[] | "failed" | null>(null);
  const { slug, count } = place;

  useEffect(() => {
    const abort = new AbortController();
    const asked = new URLSearchParams(search);
    asked.set("zone", slug);
    asked.set("pageSize", String(SHOWN));
    fetch(`/api/v1/organisations?${asked}`, { signal: abort.signal })
      .then((response) => (response.ok ? (response.json() as Promise<{ items: Item[] }>) : Promise.reject(new Error(String(response.status)))))
      .then((answer) => setItems(answer.items))
      .catch(() => {
        if (!abort.signal.aborted) setItems("failed");
      });
    return () => abort.abort();
  }, [search, slug]);

  useEffect(() => {
    if (items !== null) onGrown();
  }, [items, onGrown]);

  return (
    <>
      <div aria-live="polite">
        {items === null ? <p>{texts.loadingList}</p> : null}
        {items === "failed" ? <p>{texts.listFailed}</p> : null}
        {Array.isArray(items) ? (
          <ul className="live-organisations">
            {items.map((item) => (
              <li key={item.slug}>
                <OrganisationLink locale={locale} organisation={item} />
                {item.themes.length > 0 ? <span className="aside">{item.themes.map((code) => themes[code] ?? code).join(" · ")}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <p>
        <a className="live-link" href={localPath(locale, `/zones/${slug}${search}`)}>
          {count > SHOWN ? texts.more.replace("#", () => sayNumber(texts, count)) : texts.profile}
        </a>
      </p>
    </>
  );
}
