import type { Locale } from "./locales";
import { frenchSpaces, mapSentences } from "./typography";
import * as english from "./en/catalogue";
import * as french from "./fr/catalogue";

/** The shape of a catalogue: what French has, English has. */
export type Messages = typeof french;

export const catalogues: Record<Locale, Messages> = { fr: mapSentences(french, frenchSpaces), en: english };
