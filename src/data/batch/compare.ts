import "server-only";
import { EDIT_NAMES, groupOf, NOTHING_SAID, type ContactInput, type EditName } from "@/domain/fields";
import { fold } from "@/domain/fold";
import type { CellProblem, Given, ImportSettings, RowChange } from "@/domain/import";
import type { OrganisationFields } from "@/domain/organisation-input";
import { canonical, changedFields, type UsableContact } from "@/domain/saying";
import { CONTACT_CHANNELS, type ContactChannel } from "@/domain/vocabularies";
import type { KeptStatement } from "../change/statements";
import { contactRows } from "../editing/contact-rows";

export type Compared = {
  before: OrganisationFields | null;
  after: OrganisationFields;
  contacts: UsableContact[];
  changes: RowChange[];
  /** Their columns are what those are ("contacts:phone"). */
  problems: CellProblem[];
};

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** A telephone in one group of digits as a spreadsheet gives it back, which takes it for a figure: without the plus and the zeros before it. */
const asFigure = (raw: string) => (/^\+?\d+$/.test(raw) ? raw.replace(/^[+0]+/, "") : null);

/** The contacts with those of one channel as a cell gives them; what stands already keeps its place and its state. */
function withChannel(contacts: readonly ContactInput[], channel: ContactChannel, cell: readonly string[], add: boolean): ContactInput[] {
  const standing = contacts.filter((contact) => contact.channel === channel).map(({ raw }) => raw);
  const given = cell.map((raw) => (standing.includes(raw) ? raw : (standing.find((one) => asFigure(one) === raw) ?? raw)));
  const kept = contacts.filter((contact) => contact.channel !== channel || add || given.includes(contact.raw));
  const known = new Set(kept.filter((contact) => contact.channel === channel).map(({ raw }) => raw));
  return [...kept, ...given.filter((raw) => !known.has(raw)).map((raw): ContactInput => ({ channel, raw, state: "ok" }))];
}

/**
 * What an entry would be after a row: what no column gives stays, and so does what an empty cell stands for, unless the person asked
 * that it be taken away.
 * @param given zones as codes, organisations as slugs
 * @param left fields of which the row's value is not taken
 * @param unseen entries that the person may not see, which stay where they are named
 */
export function compareRow(
  before: OrganisationFields | null,
  given: Given,
  said: readonly KeptStatement[],
  settings: Pick<ImportSettings, "erase" | "lists" | "kind" | "newEntries">,
  { left = new Set(), unseen = new Set() }: { left?: ReadonlySet<string>; unseen?: ReadonlySet<string> } = {},
): Compared {
  const start: OrganisationFields = before ?? {
    ...NOTHING_SAID,
    name: "",
    kind: settings.kind,
    visibility: settings.newEntries === "consortium" ? "consortium" : "public",
  };
  const after: Record<string, unknown> = { ...start };
  const add = settings.lists === "add";
  const taken = (name: string) => !left.has(groupOf(name));
  for (const { name, field } of EDIT_NAMES) {
    const value = given[name as keyof Given];
    if (name === "contacts" || value === undefined || !taken(name)) continue;
    if (isEmpty(value) && (!settings.erase || field.required)) continue;
    const present = start[name];
    if (!field.many) after[name] = value;
    else {
      const hidden = (present as string[]).filter((one) => unseen.has(one));
      after[name] = [...new Set([...(add ? (present as string[]) : hidden), ...((value as string[] | null) ?? [])])];
    }
  }
  for (const channel of CONTACT_CHANNELS) {
    const value = given[`contacts:${channel}`] as string[] | undefined;
    if (value === undefined || !taken("contacts") || (value.length === 0 && !settings.erase)) continue;
    after.contacts = withChannel(after.contacts as ContactInput[], channel, value, add);
  }
  return finished(before, after as OrganisationFields, given, said);
}

function finished(before: OrganisationFields | null, given: OrganisationFields, row: Given, said: readonly KeptStatement[]): Compared {
  const problems: CellProblem[] = [];
  const fields = { ...given };
  if (fields.perimeter !== "local" && fields.perimeter_scale !== null) {
    if (row.perimeter_scale) problems.push({ column: "perimeter_scale", value: "", reason: "scale_needs_local" });
    fields.perimeter_scale = null;
  }
  // Who looks for it by its former name must find it.
  if (before && fold(before.name) !== fold(fields.name) && !fields.alias.some((name) => fold(name) === fold(before.name)))
    fields.alias = [...fields.alias, before.name];
  const contacts = contactRows(fields.contacts, said);
  if (!contacts.ok)
    problems.push(
      ...contacts.problems.map(({ path, reason, value = "" }): CellProblem => ({
        column: `contacts:${fields.contacts[Number(path.split(".")[2])]!.channel}`,
        value,
        reason,
      })),
    );
  const after = canonical(fields);
  const changes = changedFields(before ?? NOTHING_SAID, after).map(({ field, ...change }) => ({ field: field as EditName, ...change }));
  return { before, after, contacts: contacts.ok ? contacts.rows : [], changes, problems };
}
