import { NOUNS, type Noun } from "@/domain/nouns";

/** What an address of staff names: "body-emdk"; a noun alone is a new one. */
export type EntityKey = { noun: Noun; slug: string | null };

export const keyOfEntity = ({ noun, slug }: EntityKey): string => (slug === null ? noun : `${noun}-${slug}`);

export function entityOfKey(key: string): EntityKey | null {
  const [first = "", ...rest] = key.split("-");
  const noun = NOUNS.find((one) => one === first);
  return noun ? { noun, slug: rest.join("-") || null } : null;
}
