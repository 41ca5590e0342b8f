import "server-only";
import { fold, joinAcronyms } from "@/domain/fold";
import type { SearchCorrection } from "@/domain/public-organisation";
import { allowedMistakes, closestWord } from "@/domain/spelling";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";

/** How a text is looked for: the condition on a search row `s`, its rank (small is best), what was used instead. */
export type TextMatch = { condition: Prisma.Sql; tier: Prisma.Sql; rank: Prisma.Sql; correction: SearchCorrection | null };

const EVERYTHING: TextMatch = {
  condition: Prisma.sql`TRUE`,
  tier: Prisma.sql`0::int`,
  rank: Prisma.sql`0::int`,
  correction: null,
};

/**
 * Decides how a typed text is looked for, in three steps that each need the one before to find
 * nothing: all its words; its last word as a beginning; its unknown words replaced by the closest
 * known ones (and the correction is said). A text without letters or digits asks for everything.
 */
export async function matchText(db: Db, typed: string): Promise<TextMatch> {
  const folded = fold(joinAcronyms(typed));
  if (folded === "") return EVERYTHING;
  const exact = textMatch(folded, wholeWords(folded));
  if (await findsAny(db, exact)) return exact;

  const beginning = textMatch(folded, lastWordAsBeginning(folded));
  if (await findsAny(db, beginning)) return beginning;

  const corrected = await correctWords(db, folded);
  if (corrected !== folded) {
    const match = textMatch(corrected, wholeWords(corrected));
    if (await findsAny(db, match)) return { ...match, correction: { typed, used: corrected } };
  }
  return exact;
}

/** Words of the language's grammar alone ("les") find no lexeme: they are then looked for as written. */
function wholeWords(folded: string): Prisma.Sql {
  return Prisma.sql`(CASE WHEN numnode(plainto_tsquery('french', ${folded})) > 0
    THEN plainto_tsquery('french', ${folded}) ELSE plainto_tsquery('simple', ${folded}) END)`;
}

function lastWordAsBeginning(folded: string): Prisma.Sql {
  const words = folded.split(" ");
  const last = `${words.at(-1)}:*`;
  const before = words.slice(0, -1).join(" ");
  // Both forms of the beginning: a stem may be shorter than what was typed.
  const beginning = Prisma.sql`(to_tsquery('french', ${last}) || to_tsquery('simple', ${last}))`;
  return before === "" ? beginning : Prisma.sql`(plainto_tsquery('french', ${before}) && ${beginning})`;
}

function textMatch(folded: string, query: Prisma.Sql): TextMatch {
  const joined = folded.replaceAll(" ", "");
  return {
    condition: Prisma.sql`(s."document" @@ ${query} OR s."acronymKey" = ${joined} OR ${folded} = ANY (s."aliasKeys"))`,
    tier: Prisma.sql`(CASE
      WHEN s."acronymKey" = ${joined} THEN 0
      WHEN s."nameKey" = ${folded} THEN 1
      WHEN ${folded} = ANY (s."aliasKeys") THEN 2
      WHEN s."nameKey" LIKE ${`${folded}%`} OR s."acronymKey" LIKE ${`${joined}%`} THEN 3
      WHEN to_tsvector('french', s."nameKey") @@ ${query} THEN 4
      ELSE 5 END)`,
    rank: Prisma.sql`ts_rank_cd(s."document", ${query})`,
    correction: null,
  };
}

async function findsAny(db: Db, match: TextMatch): Promise<boolean> {
  const rows = await db.$queryRaw<{ found: boolean }[]>`SELECT EXISTS (SELECT 1 FROM organisation_search s WHERE ${match.condition}) AS found`;
  return rows[0]?.found ?? false;
}

async function correctWords(db: Db, folded: string): Promise<string> {
  const words: string[] = [];
  for (const word of folded.split(" ")) {
    words.push((await correctWord(db, word)) ?? word);
  }
  return words.join(" ");
}

async function correctWord(db: Db, word: string): Promise<string | null> {
  const reach = allowedMistakes(word.length);
  if (reach === 0 || (await findsAny(db, textMatch(word, wholeWords(word))))) return null;
  const known = await db.$queryRaw<{ word: string; uses: number }[]>`
    SELECT w AS word, count(*)::int AS uses
    FROM organisation_search s, unnest(s."words") w
    WHERE length(w) BETWEEN ${word.length - reach} AND ${word.length + reach}
    GROUP BY w`;
  return closestWord(word, known);
}
