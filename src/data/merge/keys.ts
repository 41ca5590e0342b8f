import type { SaidFields } from "@/domain/fields";
import type { UsableContact } from "@/domain/saying";
import { acronymKey, isStopWord, stem, wordsOf } from "@/search/words";

/** By what two entries may turn out to be one. */
export const KEY_KINDS = ["name", "acronym", "phone", "email", "website"] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
export type Key = { kind: KeyKind; key: string };

/** How much it says that two entries share a key; the pairs of which most is said come first. */
export const WEIGHTS: Record<KeyKind, number> = { name: 4, email: 4, phone: 3, website: 3, acronym: 2 };

/** What many names begin with, and some leave out. */
const GENERIC = new Set(["association", "asso", "organisation", "organization", "ong", "ngo"].map(stem));

/** The words of a name that tell it from others, in an order of their own: "Association des femmes de Kayes" and "Femmes de Kayes (ONG)" are the same. */
function nameKey(name: string): string {
  const words = wordsOf(name).filter((word) => !isStopWord(word));
  const own = words.map(stem).filter((word) => !GENERIC.has(word));
  return [...new Set(own.length > 0 ? own : words)].sort().join(" ");
}

/** An address without what says nothing of whose it is: the scheme, "www." and a slash at the end. */
const siteKey = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/+$/, "");

const CHANNELS: Partial<Record<UsableContact["channel"], KeyKind>> = { phone: "phone", email: "email", website: "website", facebook: "website" };

/** The keys of an entry, each once. @param contacts with what a link can use */
export function keysOf(
  { name, acronym, alias }: Pick<SaidFields, "name" | "acronym" | "alias">,
  contacts: readonly Pick<UsableContact, "channel" | "usable">[],
): Key[] {
  const short = acronymKey(acronym);
  const keys: Key[] = [
    ...[name, ...alias].map((text): Key => ({ kind: "name", key: nameKey(text) })),
    ...(short ? [{ kind: "acronym", key: short } as const] : []),
    ...contacts.flatMap(({ channel, usable }): Key[] => {
      const kind = CHANNELS[channel];
      return kind && usable ? [{ kind, key: kind === "website" ? siteKey(usable) : usable }] : [];
    }),
  ];
  return [...new Map(keys.filter(({ key }) => key !== "").map((key) => [`${key.kind} ${key.key}`, key])).values()];
}
