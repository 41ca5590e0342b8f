"use client";

import { useId, useRef, useState, type InputHTMLAttributes } from "react";

type Suggestion = { value: string; label: string };
type Props = InputHTMLAttributes<HTMLInputElement> & { /** The address that answers `{ value, label }[]` for a typed text. */ source: string };

/** Fewer letters begin too many names to be worth an answer. */
const FEWEST_LETTERS = 2;

/**
 * A line in which the name of a zone or of an organisation is typed; names that begin so are proposed while one types. Without scripts
 * it is a plain text field: any name that the directory knows is understood.
 */
export function SuggestedInput({ source, ...input }: Props) {
  const list = useId();
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const asked = useRef<AbortController>(null);
  const ask = async (typed: string) => {
    asked.current?.abort();
    if (typed.trim().length < FEWEST_LETTERS || suggestions.some(({ value }) => value === typed)) return;
    const { signal } = (asked.current = new AbortController());
    try {
      const answer = await fetch(`${source}&q=${encodeURIComponent(typed)}`, { signal });
      if (answer.ok) setSuggestions((await answer.json()) as Suggestion[]);
    } catch {
      // A later letter, or no network: what is typed stays as it is.
    }
  };
  return (
    <>
      <input {...input} type="text" list={list} autoComplete="off" onInput={(event) => void ask(event.currentTarget.value)} />
      <datalist id={list}>
        {suggestions.map(({ value, label }) => (
          <option key={value} value={value} label={label || undefined} />
        ))}
      </datalist>
    </>
  );
}
