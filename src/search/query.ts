import { joinAcronyms } from "@/domain/fold";
import { compoundsOf, isStopWord, wordsOf } from "./words";

/**
 * A part of a typed text that an organisation may fulfil.
 * `words`: all of them, whatever their ending; `phrase`: these very words, side by side.
 */
export type Term = { kind: "words"; words: string[]; compound: string | null } | { kind: "phrase"; words: string[] };

/** What a typed text asks for: for each clause one of its terms, and none of `without`. */
export type ParsedText = {
  clauses: Term[][];
  without: Term[];
  /** All words of a text without any operator, to be compared with whole names; null when there is one. */
  whole: string[] | null;
};

const MOST_TERMS = 32;

const PIECE = /(?<not>-)?(?:"(?<phrase>[^"]*)"?|(?<text>[^\s"]+))/gu;
const OR = /^(?:OU|OR|\|)$/;

/**
 * Reads a typed text. Quotes hold a phrase, "-" before a word or a phrase leaves it out, OU (or OR)
 * in capitals joins alternatives; anything else is words. No input is an error.
 */
export function parseText(typed: string): ParsedText {
  const text = prepared(typed);
  const clauses: Term[][] = [];
  const without: Term[] = [];
  let operators = false;
  let joinNext = false;
  let count = 0;
  for (const { groups } of text.matchAll(PIECE)) {
    const { not, phrase, text: plain = "" } = groups as { not?: string; phrase?: string; text?: string };
    if (!not && phrase === undefined && OR.test(plain)) {
      // It joins what precedes and follows it; elsewhere it is ignored.
      joinNext = clauses.length > 0;
      operators = true;
      continue;
    }
    const term = phrase === undefined ? words(plain) : exactly(phrase);
    if (!term || ++count > MOST_TERMS) continue;
    if (not || phrase !== undefined) operators = true;
    if (not) without.push(term);
    else if (joinNext) clauses.at(-1)!.push(term);
    else clauses.push([term]);
    joinNext = false;
  }
  const significant = clauses.filter((terms) => terms.some((term) => term.kind === "phrase" || term.words.some((word) => !isStopWord(word))));
  return {
    clauses: (significant.length > 0 ? significant : clauses).map((terms) => terms.map(withoutStopWords)),
    without,
    whole: operators ? null : clauses.flat().flatMap((term) => term.words),
  };
}

/** With one kind of quotes, and acronyms as one word. */
const prepared = (typed: string): string => joinSingleLetters(joinAcronyms(typed.replace(/[“”„«»]/gu, '"')));

/** "A M E" is an acronym; single letters among words are not. */
const joinSingleLetters = (text: string): string => (/^\s*\p{L}(?:\s+\p{L})+\s*$/u.test(text) ? text.replace(/\s/g, "") : text);

function words(text: string): Term | null {
  const found = wordsOf(text);
  return found.length === 0 ? null : { kind: "words", words: found, compound: compoundsOf(text)[0] ?? null };
}

function exactly(text: string): Term | null {
  const found = wordsOf(text);
  return found.length === 0 ? null : { kind: "phrase", words: found };
}

/** Drops stop words ("l'entraide" becomes "entraide"), unless there are no other words. */
function withoutStopWords(term: Term): Term {
  if (term.kind === "phrase") return term;
  const significant = term.words.filter((word) => !isStopWord(word));
  return significant.length === 0 ? term : { ...term, words: significant };
}

/**
 * The text that searches the typed words as they are written: each in quotes, which no correction
 * touches. What was said with operators stays said.
 */
export function literally(typed: string): string {
  const pieces = [...prepared(typed).matchAll(PIECE)].flatMap(({ groups }) => {
    const { not = "", phrase, text: plain = "" } = groups as { not?: string; phrase?: string; text?: string };
    if (phrase !== undefined) return [{ significant: true, text: `${not}"${phrase}"` }];
    if (!not && OR.test(plain)) return [{ significant: true, text: plain }];
    const found = wordsOf(plain);
    if (found.length === 0) return [];
    if (not) return [{ significant: true, text: `${not}"${found.join(" ")}"` }];
    return found.map((word) => ({ significant: !isStopWord(word), text: `"${word}"` }));
  });
  const significant = pieces.filter((piece) => piece.significant);
  return (significant.length > 0 ? significant : pieces).map(({ text }) => text).join(" ");
}
