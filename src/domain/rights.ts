import type { UserRole } from "./vocabularies";

/**
 * How far a right goes. `all`: to every entry that the person may see; `zones`: to those of their zones, or to every one when they are limited to
 * none, and to those given to them singly; `given`: to those alone; `none`: to nothing. What is about no entry is for `all`, and for those of `zones` who are not limited.
 */
export type Reach = "all" | "zones" | "given" | "none";

/** What staff may do, by role. Permissions, the table of the README and the test that tries every cell come from here. */
export const RIGHTS = {
  read: { admin: "all", editor: "all", contributor: "all", reader: "all" },
  edit: { admin: "all", editor: "zones", contributor: "given", reader: "given" },
  create: { admin: "all", editor: "zones", contributor: "none", reader: "none" },
  publish: { admin: "all", editor: "zones", contributor: "none", reader: "none" },
  propose: { admin: "all", editor: "all", contributor: "all", reader: "none" },
  decide: { admin: "all", editor: "zones", contributor: "none", reader: "none" },
  erase: { admin: "all", editor: "none", contributor: "none", reader: "none" },
  others: { admin: "all", editor: "zones", contributor: "none", reader: "none" },
  vocabularies: { admin: "all", editor: "none", contributor: "none", reader: "none" },
  accounts: { admin: "all", editor: "none", contributor: "none", reader: "none" },
} as const satisfies Record<string, Record<UserRole, Reach>>;
export type Right = keyof typeof RIGHTS;

/** Where an entry stands, as far as rights go by it. */
export type EntryPlace = {
  id: number;
  /** The paths of the zones where it intervenes or has its seat: "ML/ML-1/", each zone after those that contain it. */
  zonePaths: readonly string[];
};

/** What the rights of a person depend on. */
export type Holder = {
  role: UserRole;
  /** The paths of the zones to which an editor is limited; none: everywhere. */
  zonePaths: readonly string[];
  /** The entries given to them singly, by id. */
  entryIds: readonly number[];
};

/** Whether one of these zones lies in those of a person, or they are not limited. */
export function isInZones({ zonePaths: own }: Pick<Holder, "zonePaths">, zonePaths: readonly string[]): boolean {
  return own.length === 0 || zonePaths.some((path) => own.some((zone) => path.startsWith(zone)));
}

/** Whether a person has a right over an entry, or over what is no entry (null). */
export function hasRight(holder: Holder, right: Right, entry: EntryPlace | null): boolean {
  const reach: Reach = RIGHTS[right][holder.role];
  const isGiven = entry !== null && holder.entryIds.includes(entry.id);
  switch (reach) {
    case "all":
      return true;
    case "zones":
      return isInZones(holder, entry?.zonePaths ?? []) || isGiven;
    case "given":
      return isGiven;
    case "none":
      return false;
  }
}

/** Whether a person has a right over anything at all. */
export const hasRightSomewhere = (holder: Holder, right: Right): boolean => {
  const reach: Reach = RIGHTS[right][holder.role];
  return reach === "all" || reach === "zones" || (reach === "given" && holder.entryIds.length > 0);
};
