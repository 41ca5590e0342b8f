// The words of made-up names: French ones that associations use, and proper names built of syllables.
import { zipf, type Chance } from "./random";

const CONSONANTS = ["b", "d", "f", "g", "k", "l", "m", "n", "s", "t", "w", "y", "dj", "ch", "s", "ny", "r", "h", "kh", "gn"];
const VOWELS = ["a", "é", "i", "o", "ou"];
const SYLLABLES = [...new Set(CONSONANTS)].flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel));
const ENDINGS = ["", "", "", "la", "bougou", "kourou", "n", "na", "ba", "dougou"];

/** How many proper names there are; a register of a million uses most of them. */
export const PROPER_NAMES = 300_000;
const FREQUENT = 4000;

/**
 * A proper name by its number: two syllables for the first ones, three for the others. Syllables end
 * in a vowel and begin with a consonant, so that no two numbers make the same letters by another cut. `number` is below PROPER_NAMES.
 */
export function properName(number: number): string {
  const base = SYLLABLES.length;
  // Neighbouring numbers must not look alike: a step without common divisor walks through all of them.
  let left = (number * 7919 + 13) % (number < FREQUENT ? base * base : base * base * base);
  let word = "";
  for (let count = number < FREQUENT ? 2 : 3; count > 0; count--) {
    word += SYLLABLES[left % base];
    left = Math.floor(left / base);
  }
  word += ENDINGS[(number * 31) % ENDINGS.length];
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const frequent = zipf(FREQUENT, 0.9);

/** A proper name as registers hold them: a few everywhere, most of them once or twice. */
export const drawName = (chance: Chance) => properName(chance.often(0.55) ? frequent(chance) : chance.below(PROPER_NAMES));

/** Who comes together: before "de". */
export const GROUPS = (
  "Association|Association des femmes|Association des jeunes|Groupement|Groupement féminin|Coopérative|Coopérative agricole|Union|Fédération|" +
  "Comité de gestion|Mouvement des jeunes|Mutuelle|Amicale|Collectif|Club|Organisation|Société coopérative|Association des ressortissants|" +
  "Association des migrants de retour|Association des parents d'élèves|Comité de jumelage|Association villageoise|Groupement d'intérêt économique|" +
  "Association des éleveurs|Association des pêcheurs|Association des maraîchères|Réseau|Cadre de concertation|Association culturelle|Tontine"
).split("|");

/** What they do it for: after "pour". */
export const AIMS = (
  "le développement|le développement local|l'entraide|la solidarité|l'éducation|la santé|l'alphabétisation|la promotion de la femme|l'insertion des jeunes|" +
  "la protection de l'enfant|l'environnement|l'assainissement|l'accès à l'eau|la réinsertion des migrants|l'accueil des migrants|la défense des droits|" +
  "la paix|la cohésion sociale|la culture|le sport|l'agriculture|le maraîchage|l'élevage|la pêche|l'artisanat|l'épargne et le crédit|le reboisement|" +
  "la sauvegarde du patrimoine|l'hygiène|la nutrition|le codéveloppement|la formation professionnelle|l'énergie solaire|la citoyenneté|la décentralisation|" +
  "la lutte contre le sida|la lutte contre la pauvreté|l'assistance aux réfugiés|l'aide aux déplacés|la mobilité des jeunes|l'appui aux diasporas|" +
  "la transformation des céréales|la filière karité|la filière coton|la filière riz|la teinture|la savonnerie|l'apiculture|l'aviculture|l'irrigation"
).split("|");

/** Names that associations give themselves in the languages of Mali. */
export const MOTTOES = (
  "Benkadi|Benkan|Djiguiya|Jigisèmè|Sabougnouma|Yiriwaton|Nièta|Sinignèsigui|Hèrèmakono|Kaoural|Danaya|Baraka|Faso Kanu|Faso Yiriwa|Ben So|Nyèsigiso|" +
  "Dèmè|Dèmèso|Kènèya|Laafia|Walki|Pinal|Ginna|Kawral|Tolerantia|Sanya|Sewa|Teriya|Badenya|Sinjiya|Wassa|Fasokun|Moussow ka jigi|Kanuya|Lanaya|Bèrè"
).split("|");

export const CITIES = "Paris|Montreuil|Marseille|Lyon|Rouen|Le Havre|Évry|Créteil|Bruxelles|Milan|Madrid|Dakar|Abidjan|Libreville|Nouakchott".split("|");

const SENTENCES: ((place: string, aim: string) => string)[] = [
  (place, aim) => `L'organisation intervient à ${place} pour ${aim}, avec les familles et les autorités coutumières.`,
  (place, aim) => `Elle réunit des femmes et des jeunes de ${place} autour d'activités pour ${aim}.`,
  (place, aim) => `Née d'une initiative de ressortissants de ${place}, elle œuvre pour ${aim}.`,
  (place) => `Ses membres cotisent chaque mois et tiennent une assemblée annuelle à ${place}.`,
  (place, aim) => `Un projet pour ${aim} y a été mené avec la commune et des partenaires de ${place}.`,
  (place) => `Le bureau compte neuf membres, dont quatre femmes, et se réunit à ${place}.`,
];

/** A few sentences about a place and an aim. */
export function describe(chance: Chance, place: string, aim: string): string {
  const said: string[] = [];
  for (let count = 2 + chance.below(3); count > 0; count--)
    said.push(chance.of(SENTENCES)(chance.often(0.6) ? place : drawName(chance), chance.often(0.7) ? aim : chance.of(AIMS)));
  return [...new Set(said)].join(" ");
}
