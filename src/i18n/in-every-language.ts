import { LOCALES, type Locale } from "./locales";
import { translator } from "./translator";

type Words = { subject: string; text: string };

/** A message in every language, French first, since no account says which one its person reads. @param write it in one of them */
export function inEveryLanguage(write: (locale: Locale) => Words): Words {
  const parts = LOCALES.map(write);
  const below = LOCALES.slice(1).map((locale) => translator(locale, "site")("below"));
  return { subject: parts.map(({ subject }) => subject).join(" / "), text: [below.join(" "), ...parts.map(({ text }) => text)].join("\n\n") };
}
