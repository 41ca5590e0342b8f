import { useCallback, useEffect, useRef } from "react";
import { together } from "./together";
import { PlaceList } from "./place-list";
import type { InteractivePlace } from "./places";
import { sayPlace } from "./say-place";
import type { InteractiveTexts } from "./texts";
import type { Locale } from "@/i18n/locales";

/** What is open: one place, or the list of those that stand together until one of them is chosen. */
export type OpenCard = {
  places: readonly InteractivePlace[];
  chosen: InteractivePlace | null;
  /** Whether the map can show them nearer. */
  canApproach: boolean;
  /** Whether the reader opened it just now, and goes on in it. */
  focused: boolean;
};

type Props = {
  locale: Locale;
  texts: InteractiveTexts;
  themes: Readonly<Record<string, string>>;
  search: string;
  card: OpenCard;
  onApproach: () => void;
  onChoose: (place: InteractivePlace | null) => void;
  onClose: () => void;
};

/** Who is at a place, at the side of the map on a wide screen and under it on a phone. */
export function PlaceCard({ locale, texts, themes, search, card, onApproach, onChoose, onClose }: Props) {
  const { places, chosen, canApproach, focused } = card;
  const heading = useRef<HTMLHeadingElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const key = chosen?.code ?? "";

  useEffect(() => {
    if (focused) heading.current?.focus({ preventScroll: true });
  }, [focused, key, places]);

  // On a phone it stands under the map, and grows when its list comes.
  const grown = useCallback(() => {
    if (focused) whole.current?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  useEffect(grown, [grown, key, places]);

  const title = chosen ? sayPlace(texts, chosen.name, chosen.count) : sayTogether(texts, places);
  const among = chosen && places.length > 1;
  return (
    <div className="live-card" role="dialog" aria-label={title} ref={whole}>
      <div className="live-card-head">
        <h3 className="subhead" tabIndex={-1} ref={heading}>
          {title}
        </h3>
        <IconButton label={texts.closeCard} sign="close" onClick={onClose} />
      </div>
      {among ? (
        <button className="live-link" type="button" onClick={() => onChoose(null)}>
          {texts.back}
        </button>
      ) : null}
      {chosen ? (
        <PlaceList key={key} locale={locale} texts={texts} themes={themes} search={search} place={chosen} onGrown={grown} />
      ) : (
        <ul className="live-places">
          {places.map((place) => (
            <li key={place.code}>
              <button className="live-link" type="button" onClick={() => onChoose(place)}>
                {sayPlace(texts, place.name, place.count)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canApproach && !among ? (
        <button className="live-link" type="button" onClick={onApproach}>
          {texts.approach}
        </button>
      ) : null}
    </div>
  );
}

function sayTogether(texts: InteractiveTexts, places: readonly InteractivePlace[]): string {
  const { count, exact } = together(places);
  return sayPlace(texts, texts.several.replace("#", String(places.length)), count, exact);
}

/** Drawn in a square of 16. */
const SIGNS = { in: "M8 2v12M2 8h12", out: "M2 8h12", close: "m3 3 10 10m0-10L3 13", home: "M2 6V2h4m4 0h4v4m0 4v4h-4m-4 0H2v-4" };

type IconButtonProps = { label: string; sign: keyof typeof SIGNS; disabled?: boolean; onClick: () => void };

/** A sign that can be pressed; one that does nothing now stays where it is, so that the focus stays too. */
export function IconButton({ label, sign, disabled = false, onClick }: IconButtonProps) {
  return (
    <button className="live-button" type="button" aria-label={label} title={label} aria-disabled={disabled} onClick={disabled ? undefined : onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path className="live-sign" d={SIGNS[sign]} />
      </svg>
    </button>
  );
}
