import type { SuggestionsAnswer } from "@/domain/published/answers";

/** Below this, everything begins like the typed text. */
export const LEAST_LETTERS = 2;

/** Whether the reader asked the browser to send as little as it can. */
export function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/**
 * Asks the server what a text may become, in the language of the page.
 * Throws when there is no answer, or when `signal` says that it is no longer wanted.
 */
export async function askSuggestions(locale: string, text: string, signal: AbortSignal): Promise<SuggestionsAnswer> {
  const response = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(text)}`, { signal, headers: { "accept-language": locale } });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as SuggestionsAnswer;
}
