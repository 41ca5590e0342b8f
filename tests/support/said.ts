import { standings, type Said } from "@/domain/compose";
import type { ContactInput, FieldCode } from "@/domain/fields";

/** A statement of the first document by an import, but for what is given. */
export const says = (field: FieldCode, value: string, more: Partial<Said> = {}): Said => ({
  field,
  value,
  language: null,
  contact: null,
  basis: "stated",
  source: "essai-document",
  sourceOrder: 0,
  place: "Tableau 1",
  lineStart: 1,
  lineEnd: 1,
  saidOn: null,
  madeBy: 1,
  byStaff: false,
  cited: true,
  openList: false,
  ...more,
});
export const byStaff = (madeBy: number, saidOn = "2024-03-15"): Partial<Said> => ({
  byStaff: true,
  madeBy,
  saidOn,
  source: "correction-consortium",
  sourceOrder: 1000,
  place: null,
});
export const another: Partial<Said> = { source: "essai-autre", sourceOrder: 1 };
export const reaches = (channel: ContactInput["channel"], raw: string, state: ContactInput["state"] = "ok", more: Partial<Said> = {}): Said =>
  says("contacts", raw, { contact: { channel, raw, state, usable: state === "ok" ? raw : null }, ...more });

export const agreements = (said: readonly Said[]) => standings(said).map(({ agrees }) => agrees);
export const replaced = (said: readonly Said[]) => standings(said).map((standing) => standing.replaced);
