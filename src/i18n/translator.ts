import { createTranslator } from "use-intl/core";
import { catalogues, type Messages } from "./catalogues";
import type { Locale } from "./locales";
import { knownLabels, type KnownLabels } from "./term-label";

/** A group of sentences of the catalogues. */
export type Namespace = Exclude<keyof Messages, "labels">;

/** How many sentences of a namespace are remembered with their arguments: a page says the same about many organisations. */
const MOST_SENTENCES = 1000;

function makeTranslator<N extends Namespace>(locale: Locale, namespace: N) {
  const made = createTranslator<Messages[N]>({ locale, messages: catalogues[locale][namespace] });
  const sentences = new Map<string, string>();
  return new Proxy<typeof made>(made, {
    // The union of all keys is more than the compiler puts together.
    apply(translate: CallableFunction, self, given: [key: string, values?: object]) {
      const [key, values] = given;
      const asked = values === undefined ? key : key + JSON.stringify(values);
      const known = sentences.get(asked);
      if (known !== undefined) return known;
      const sentence: string = Reflect.apply(translate, self, given);
      if (sentences.size >= MOST_SENTENCES) sentences.clear();
      sentences.set(asked, sentence);
      return sentence;
    },
  });
}

/** A translator parses each sentence once, so each is made once. */
const translators = new Map<string, unknown>();

/**
 * The sentences of one namespace, with ICU arguments: `translator("fr", "site")("skip")`.
 * Server only by habit: a client component receives the few strings it needs as props, so that
 * no catalogue travels to the phone.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): ReturnType<typeof makeTranslator<N>> {
  const key = `${locale}.${namespace}`;
  let made = translators.get(key) as ReturnType<typeof makeTranslator<N>> | undefined;
  if (!made) translators.set(key, (made = makeTranslator(locale, namespace)));
  return made;
}

/** The labels of the codes, with those of the consortium's terms: `labelsOf("fr").theme[code]`. */
export function labelsOf(locale: Locale): KnownLabels {
  return knownLabels(locale);
}

/** The formats of numbers and days: French groups digits with a narrow no-break space, English is British. */
const REGIONS: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

const numbers = { fr: new Intl.NumberFormat(REGIONS.fr), en: new Intl.NumberFormat(REGIONS.en) };

const day = (locale: Locale) => new Intl.DateTimeFormat(REGIONS[locale], { dateStyle: "long", timeZone: "UTC" });
const days = { fr: day("fr"), en: day("en") };

const moment = (locale: Locale) => new Intl.DateTimeFormat(REGIONS[locale], { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const moments = { fr: moment("fr"), en: moment("en") };

/** A number as the language writes it. */
export function formatNumber(locale: Locale, value: number, options?: Intl.NumberFormatOptions): string {
  return (options ? new Intl.NumberFormat(REGIONS[locale], options) : numbers[locale]).format(value);
}

/** A day as the language writes it, in UTC because the directory's readers are on several continents. */
export function formatDate(locale: Locale, iso: string): string {
  return days[locale].format(new Date(iso));
}

const monthsOf = (locale: Locale) => new Intl.DateTimeFormat(REGIONS[locale], { month: "long", year: "numeric", timeZone: "UTC" });
const months: Record<Locale, Intl.DateTimeFormat> = { fr: monthsOf("fr"), en: monthsOf("en") };

/** A time as precise as it is known: "2007", "août 2007", "29 août 2007". */
export function formatPartialDate(locale: Locale, time: string): string {
  return time.length === 4 ? time : time.length === 7 ? months[locale].format(new Date(`${time}-01`)) : formatDate(locale, time);
}

/** A day and its hour; UTC is named, because colleagues are on several continents. */
export function formatMoment(locale: Locale, at: Date): string {
  return `${moments[locale].format(at)} UTC`;
}

/** How much a file weighs, in the units that people know: "340 ko", "1,2 Mo". */
export function formatBytes(locale: Locale, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
