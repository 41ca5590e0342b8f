import { EDITED, type Edited } from "@/domain/edited";

/** What an address of staff names: "body-emdk", "zone-kayes"; a kind alone is a new one. */
export type RecordKey = { edited: Edited; slug: string | null };

export const keyOf = ({ edited, slug }: RecordKey): string => (slug === null ? edited : `${edited}-${slug}`);

export function recordOfKey(key: string): RecordKey | null {
  const [first = "", ...rest] = key.split("-");
  const edited = EDITED.find((one) => one === first);
  return edited ? { edited, slug: rest.join("-") || null } : null;
}
