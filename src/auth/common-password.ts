// Whether a password is among the first that an attacker tries. The list beside this file has the 10,000 most common passwords of
// all, and the 10,000 most common of twelve characters or more, from the most common down, in lower case: both taken from "10 million
// password list top 1M" of SecLists (github.com/danielmiessler/SecLists). The rules cover what that list, which is mostly English, and a
// minimum of twelve characters leave open: a common word with digits and signs around it, two such words, letters written as digits,
// French words, names of the site and of its country, months and years, rows of the keyboard (QWERTY and AZERTY), series and repetitions.
// They do not know other languages, nor what a person's friends know of them.
import { OWN_WORDS } from "@/domain/settings";
import list from "./common-passwords.txt?raw";

/** French words that people take, and those of a site like this in both languages: the list has few of them. */
const MORE_WORDS = `
motdepasse passe secret bonjour bonsoir bienvenue soleil chouchou doudou coucou amour jetaime cherie bebe princesse maman papa famille enfant ecole
liberte egalite fraternite france paris marseille lyon football chocolat vacances connexion ordinateur telephone internet afrique africa
migration migrations migrant migrants migrante retour diaspora association associations organisation organisations organization cartographie
annuaire repertoire directory consortium societe civile admin administrateur administration administrator utilisateur user test essai demo
changeme change temporaire default janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre january february march april
june july august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday
saturday sunday printemps automne hiver`.split(/\s+/);

const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"];
const COLUMNS = ["1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "1aqw", "2zsx", "3edc", "1q2w3e4r5t6y7u8i9o0p", "1a2z3e4r5t6y7u8i9o0p"];
const WALKS = [...ROWS, ...COLUMNS].flatMap((row) => [row, [...row].reverse().join("")]);

/** What each piece of a password adds to the work of guessing it, in bits. */
const BITS = { word: 13, ownWord: 4, walk: 5, repetition: 4, year: 5, letter: 4.7, digit: 3.3, sign: 5, separator: 1 } as const;
/** Less than this is too little: two common words with a few digits have it not, three words do. */
const ENOUGH_BITS = 36;
const LONGEST_WORD = 18;

/** Letters that are written as digits or signs. */
const LOOK_ALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "€": "e",
};

/** Lower case without accents: what differs in these alone is no other password to an attacker. */
export const foldedPassword = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

let known: { whole: ReadonlySet<string>; words: ReadonlySet<string> } | null = null;

/** Read when the first password is changed: most processes never need it. */
function commonWords() {
  if (known) return known;
  const whole = list.split("\n").filter(Boolean);
  const words = [...whole.slice(0, 10_000).filter((word) => /^[a-z]{4,}$/.test(word)), ...MORE_WORDS, ...OWN_WORDS];
  return (known = { whole: new Set(whole), words: new Set(words) });
}

/** What one piece of a password is worth when it is a word, a walk on the keyboard, a repetition or a year; null when it is none of them. */
function bitsOfPiece(piece: string, words: ReadonlySet<string>, own: ReadonlySet<string>): number | null {
  const plain = piece.replace(/./gu, (sign) => LOOK_ALIKES[sign] ?? sign);
  const spellings = [piece, plain, plain.replaceAll("i", "l")];
  if (spellings.some((spelling) => own.has(spelling))) return BITS.ownWord;
  if (/^([^a-z])\1+$|^(.)\2\2+$/u.test(piece)) return BITS.repetition;
  if (piece.length >= 3 && WALKS.some((walk) => walk.includes(piece))) return BITS.walk;
  if (/^(?:19|20)\d\d$/.test(piece)) return BITS.year;
  return spellings.some((spelling) => words.has(spelling)) ? BITS.word : null;
}

const bitsOfCharacter = (character: string): number =>
  /[a-z]/.test(character) ? BITS.letter : /\d/.test(character) ? BITS.digit : /[\s._-]/.test(character) ? BITS.separator : BITS.sign;

/** The least work of guessing a text made of known pieces and other characters, in bits. */
function leastBits(text: string, own: ReadonlySet<string>): number {
  const { words } = commonWords();
  const best = [0];
  for (let end = 1; end <= text.length; end++) {
    best[end] = best[end - 1]! + bitsOfCharacter(text[end - 1]!);
    for (let start = Math.max(0, end - LONGEST_WORD); start <= end - 2; start++) {
      const bits = bitsOfPiece(text.slice(start, end), words, own);
      if (bits !== null) best[end] = Math.min(best[end]!, best[start]! + bits);
    }
  }
  return best[text.length]!;
}

/**
 * Whether a password is too easily guessed.
 * @param own folded words that belong to the person, such as the parts of their name
 */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const folded = foldedPassword(password);
  const joined = folded.replace(/[\s._-]/g, "");
  const { whole } = commonWords();
  if (whole.has(folded) || whole.has(joined)) return true;
  // What is written several times over is worth what it is worth once.
  const once = /^(.{1,40}?)\1+$/su.exec(folded)?.[1] ?? folded;
  return leastBits(once, new Set(own)) < ENOUGH_BITS;
}
