/** The text, or its beginning of at most so many characters up to the end of a word, and "…". */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(" ") + 1 || longest).trimEnd()}…`;
}
