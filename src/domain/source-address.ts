import { z } from "zod";

const address = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(1000);

/** Where a document can be read, as somebody typed it; null for nowhere, undefined when it is no web address. */
export function sourceAddress(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const parsed = address.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
