"use client";

import { useEffect, useRef, useState } from "react";
import { Links } from "@/components/list";
import { localPath, type Locale } from "@/i18n/locales";
import type { InteractivePlace } from "./places";
import { sayNumber, sayPlace } from "./say-place";
import type { InteractiveTexts } from "./texts";

type Props = { locale: Locale; texts: InteractiveTexts; search: string; place: InteractivePlace; focused: boolean; onGrown: () => void };
type Item = { slug: string; name: string; acronym: string | null };

const SHOWN = 10;

/** The first organisations of a place, and a link to all of them; takes the focus when it opens, if told to. */
export function PlaceList({ locale, texts, search, place, focused, onGrown }: Props) {
  const heading = useRef<HTMLParagraphElement>(null);
  const [items, setItems] = useState<Item[] | "failed" | null>(null);
  const parameters = new URLSearchParams(search);
  parameters.set("zone", place.slug);
  const list = parameters.toString();

  useEffect(() => {
    const abort = new AbortController();
    const asked = new URLSearchParams(list);
    asked.set("pageSize", String(SHOWN));
    fetch(`/api/v1/organisations?${asked}`, { signal: abort.signal })
      .then((response) => (response.ok ? (response.json() as Promise<{ items: Item[] }>) : Promise.reject(new Error(String(response.status)))))
      .then((answer) => setItems(answer.items))
      .catch(() => {
        if (!abort.signal.aborted) setItems("failed");
      });
    return () => abort.abort();
  }, [list]);

  useEffect(() => {
    if (focused) heading.current?.focus({ preventScroll: true });
  }, [focused]);

  // The popup was placed while the list was still short.
  useEffect(() => {
    if (items !== null) onGrown();
  }, [items, onGrown]);

  const { count } = place;
  return (
    <div className="map-popup">
      <p className="map-popup-title" tabIndex={-1} ref={heading}>
        {sayPlace(texts, place.name, count)}
      </p>
      <div aria-live="polite">
        {items === null ? <p>{texts.loadingList}</p> : null}
        {items === "failed" ? <p>{texts.listFailed}</p> : null}
        {Array.isArray(items) ? (
          <Links
            items={items.map(({ slug, name, acronym }) => ({
              href: localPath(locale, `/organisations/${slug}`),
              label: acronym && !name.includes(acronym) ? `${name} (${acronym})` : name,
            }))}
          />
        ) : null}
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 pt-1.5">
        {count > SHOWN ? <a href={localPath(locale, `/organisations?${list}`)}>{texts.more.replace("#", sayNumber(texts, count))}</a> : null}
        <a href={localPath(locale, `/zones/${place.slug}`)}>{texts.profile}</a>
      </p>
    </div>
  );
}
