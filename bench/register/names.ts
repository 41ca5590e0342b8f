// How made-up organisations are called.
import { byRank, chooser, type Chance } from "./random";
import { AIMS, CITIES, GROUPS, MOTTOES, drawName } from "./words";

const group = byRank(GROUPS, 0.8);
const aim = byRank(AIMS, 0.7);

/** "de Kanyala", "d'Almadé" */
const of = (name: string) => (/^[AEÉIOUY]/.test(name) ? `d'${name}` : `de ${name}`);

/** Ways to build a name, from a place, an aim and a second proper name; the frequent ones first. */
type Parts = { chance: Chance; place: string; goal: string; other: string };
const PATTERNS = chooser<(parts: Parts) => string>([
  [({ chance, place }) => `${group(chance)} ${of(place)}`, 24],
  [({ chance, place, goal }) => `${group(chance)} ${of(place)} pour ${goal}`, 22],
  [({ place, goal }) => `Association pour ${goal} ${of(place)}`, 14],
  [({ chance, place }) => `${group(chance)} ${chance.of(MOTTOES)} ${of(place)}`, 14],
  [({ chance, place }) => `Association des ressortissants ${of(place)} à ${chance.of(CITIES)}`, 6],
  [({ chance, place, other }) => `Union des ${chance.often(0.5) ? "femmes" : "jeunes"} ${of(place)} et ${of(other)}`, 5],
  [({ other, goal }) => `ONG ${other} pour ${goal}`, 4],
  [({ other, place }) => `Fondation ${other} ${place}`, 2],
  [({ chance, place }) => `${chance.of(MOTTOES)} ${place}`, 5],
  [({ place, goal }) => `Initiative ${place}–${goal.replace(/^(l'|la |le |les )/, "")}`, 2],
  [({ chance, place, goal, other }) => `Comité ${of(place)} pour ${goal} (${chance.of(MOTTOES)} ${other})`, 2],
]);

const SMALL_WORDS = new Set(["de", "du", "des", "d", "la", "le", "les", "l", "et", "pour", "à", "en", "aux", "au", "contre"]);

/** The first letters of the words that count: "Association pour la santé de Kanya" is "ASK". */
function initials(name: string): string {
  const words = name.replace(/\(.*\)/, "").split(/[\s'’–-]+/);
  return words
    .filter((word) => word && !SMALL_WORDS.has(word.toLowerCase()))
    .map((word) => word[0])
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase();
}

export type Named = { name: string; acronym: string | null; aliases: string[]; place: string; goal: string };

export function nameOrganisation(chance: Chance): Named {
  const place = drawName(chance);
  const goal = aim(chance);
  let name = PATTERNS(chance)({ chance, place, goal, other: drawName(chance) });
  const letters = initials(name);
  // Two letters belong to everybody, and the longest sets of initials to nobody.
  const acronym = chance.often(0.4) && letters.length > 2 && letters.length < 8 ? letters : null;
  if (acronym && chance.often(0.1)) name = `${name} (${acronym})`;
  return { name, acronym, aliases: chance.often(0.15) ? aliasesOf(chance, name, place) : [], place, goal };
}

function aliasesOf(chance: Chance, name: string, place: string): string[] {
  const ways = [
    () => name.normalize("NFD").replace(/\p{M}/gu, ""),
    () => `${chance.of(MOTTOES)} ${drawName(chance)}`,
    () => name.replace(/^Association/, "Ass.").replace(/ pour .*/, ` ${place}`),
    () => `Ex-${group(chance)} ${drawName(chance)}`,
  ];
  const made = [chance.of(ways)()];
  if (chance.often(0.2)) made.push(chance.of(ways)());
  return [...new Set(made)].filter((alias) => alias !== name);
}
