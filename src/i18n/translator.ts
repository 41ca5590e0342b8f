import { createTranslator } from "use-intl/core";
import { catalogues, type Messages } from "./catalogues";
import type { Locale } from "./locales";
import type { Labels } from "./fr/labels";

/**
 * The sentences of one namespace, with ICU arguments: `translator("fr", "site")("skip")`.
 * Server only by habit: a client component receives the few strings it needs as props, so that
 * no catalogue travels to the phone.
 */
export function translator<N extends Exclude<keyof Messages, "labels">>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale, messages: catalogues[locale], namespace });
}

/** The labels of the codes: `labelsOf("fr").theme[code]`. */
export function labelsOf(locale: Locale): Labels {
  return catalogues[locale].labels;
}

/** A number as the language writes it (French groups digits with a narrow no-break space). */
export function formatNumber(locale: Locale, value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", options).format(value);
}

/** A day as the language writes it, in UTC because the directory's readers are on several continents. */
export function formatDate(locale: Locale, iso: string): string {
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
}
