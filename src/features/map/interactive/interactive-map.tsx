import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/i18n/locales";
import { hashOf, stateOf, type View } from "./address";
import { CopyLink } from "./copy-link";
import type { FetchedLimits } from "./limits";
import { drawLiveMap, type LiveMap } from "./live-map";
import { IconButton, PlaceCard, type OpenCard } from "./place-card";
import type { InteractivePlace } from "./places";
import type { InteractiveTexts } from "./texts";

export type InteractiveMapProps = {
  locale: Locale;
  texts: InteractiveTexts;
  /** Labels of the themes by code. */
  themes: Readonly<Record<string, string>>;
  zones: readonly InteractivePlace[];
  search: string;
  limits: FetchedLimits;
};

/** How much of the right side of the map lies under the card; none where the card stands below the map. */
function coveredBy(card: HTMLElement | null, canvas: HTMLElement): number {
  if (!card) return 0;
  const [of, whole] = [card.getBoundingClientRect(), canvas.getBoundingClientRect()];
  return of.top < whole.bottom ? whole.right - of.left : 0;
}

/** The map, its buttons and the card of a place. Where one looks and whose card is open stand in the address. */
export function InteractiveMap({ locale, texts, themes, zones, search, limits }: InteractiveMapProps) {
  const section = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const live = useRef<LiveMap>(null);
  const [card, setCard] = useState<OpenCard | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [canZoom, setCanZoom] = useState({ in: true, out: true });

  useEffect(() => {
    const asked = stateOf(location.hash);
    const openFromAddress = (slug: string | null) => {
      const place = zones.find((zone) => slug !== null && zone.slug === slug);
      const canApproach = place !== undefined && (live.current?.canApproach([place]) ?? false);
      setCard(place ? { places: [place], chosen: place, canApproach, focused: false } : null);
    };
    live.current = drawLiveMap(canvas.current!, {
      locale,
      texts,
      zones,
      limits,
      view: asked?.view ?? null,
      onMoved: (seen, can) => {
        setView(seen);
        setCanZoom(can);
      },
      onOpen: (places, canApproach) => setCard({ places, chosen: places.length === 1 ? places[0]! : null, canApproach, focused: true }),
    });
    if (asked) {
      openFromAddress(asked.place);
      section.current!.scrollIntoView();
    }
    const follow = () => {
      const state = stateOf(location.hash);
      if (state?.view) live.current?.show(state.view);
      if (state) openFromAddress(state.place);
    };
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      live.current?.remove();
    };
  }, [locale, texts, zones, limits]);

  const chosen = card?.chosen ?? null;
  useEffect(() => {
    if (!view) return;
    const hash = hashOf(view, chosen?.slug ?? null);
    // The first view is a step of its own, so that going back leads to the page as it was; a move is none.
    if (stateOf(location.hash) === null) history.pushState(null, "", hash);
    else if (location.hash !== hash) history.replaceState(null, "", hash);
  }, [view, chosen]);

  const first = card?.chosen ?? card?.places[0] ?? null;
  useEffect(() => {
    live.current?.choose(first, coveredBy(section.current!.querySelector(".live-card"), canvas.current!));
  }, [first]);

  const close = () => {
    if (first) live.current?.focus(first);
    setCard(null);
  };
  return (
    <section
      className="live-map"
      ref={section}
      aria-label={texts.label}
      onKeyDown={(event) => {
        if (event.key === "Escape" && card) close();
      }}
    >
      <div className="live-frame">
        <div className="live-canvas" ref={canvas} role="group" aria-label={texts.canvas} />
        <svg className="live-patterns" aria-hidden="true">
          <pattern id="live-none" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className="map-hatch" d="M0 0v8" />
          </pattern>
        </svg>
        <div className="live-buttons">
          <IconButton label={texts.zoomIn} sign="in" disabled={!canZoom.in} onClick={() => live.current?.zoom(1)} />
          <IconButton label={texts.zoomOut} sign="out" disabled={!canZoom.out} onClick={() => live.current?.zoom(-1)} />
          <IconButton label={texts.home} sign="home" onClick={() => live.current?.home()} />
        </div>
        {card ? (
          <PlaceCard
            locale={locale}
            texts={texts}
            themes={themes}
            search={search}
            card={card}
            onApproach={() => {
              const places = chosen ? [chosen] : card.places;
              close();
              live.current?.approach(places);
            }}
            onChoose={(place) => setCard({ ...card, chosen: place, focused: true })}
            onClose={close}
          />
        ) : null}
      </div>
      <p className="live-attribution">{texts.attribution}</p>
      <div className="live-share no-print">
        <CopyLink texts={texts} />
      </div>
    </section>
  );
}
