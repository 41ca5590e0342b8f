import type { Locale } from "@/i18n/locales";
import type { SuggestionGroup } from "./suggestion-groups";

type Props = {
  id: string;
  label: string;
  locale: Locale;
  groups: readonly SuggestionGroup[];
  /** The number of the option that the keyboard is on. */
  active: number;
  optionId: (index: number) => string;
  onChosen: () => void;
};

/**
 * The popup under the search field. Each option is a link, so that it opens in a new tab, is read
 * aloud and is followed as any other; the focus stays in the field.
 */
export function SuggestionList({ id, label, locale, groups, active, optionId, onChosen }: Props) {
  const firstOf = groups.map((_, index) => groups.slice(0, index).reduce((sum, { suggestions }) => sum + suggestions.length, 0));
  return (
    <div
      className="suggestions"
      role="listbox"
      id={id}
      aria-label={label}
      // Pressing must not take the focus out of the field: that would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ title, suggestions }, group) => (
        <div key={title} role="group" aria-label={title}>
          <div className="suggestions-title" aria-hidden="true">
            {title}
          </div>
          {suggestions.map(({ href, name, note }, index) => {
            const number = firstOf[group]! + index;
            return (
              <a
                key={href}
                className="suggestion"
                role="option"
                id={optionId(number)}
                href={href}
                tabIndex={-1}
                aria-selected={number === active}
                lang={locale === "fr" || !href.includes("/organisations/") ? undefined : "fr"}
                onClick={onChosen}
              >
                <span>{name}</span> <span className="suggestion-note">{note}</span>
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}
