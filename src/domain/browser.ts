/** A browser and the system it runs on, by the names that people know; null where it does not say. */
export type Browser = { browser: string | null; system: string | null };

// The first that fits: most browsers also name those that they want to be taken for.
const BROWSERS = [
  ["Opera", /\bOPR\/|\bOpera\b/],
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\bFirefox\/|\bFxiOS\//],
  ["Chrome", /Chrome\/|\bCriOS\//],
  ["Safari", /\bSafari\//],
] as const;
const SYSTEMS = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** @param userAgent what the browser says of itself */
export function browserOf(userAgent: string | null): Browser {
  const first = (names: readonly (readonly [string, RegExp])[]) => names.find(([, pattern]) => pattern.test(userAgent?.slice(0, 500) ?? ""))?.[0] ?? null;
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}
