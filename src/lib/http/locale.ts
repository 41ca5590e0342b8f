/** The first language of an Accept-Language header, such as "en"; null without one. */
export function preferredLanguage(header: string | null): string | null {
  const first = header?.split(",")[0]?.trim().slice(0, 2).toLowerCase();
  return first && /^[a-z]{2}$/.test(first) ? first : null;
}
