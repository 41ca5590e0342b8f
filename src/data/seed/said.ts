import { fold } from "@/domain/fold";
import type { Basis, CitedField, ContactChannel, ContactState, PerimeterScale } from "@/domain/vocabularies";
import type { SeedRows } from "./tables";

export type SeedContact = { channel: ContactChannel; raw: string; value: string | null; state: ContactState };

/** One thing that the document says of one organisation, and where. */
export type Said = {
  field: CitedField;
  /** The code, slug, number or name, or what a link can use of a contact; null when there is only a text. */
  value: string | null;
  text: string | null;
  basis: Basis;
  place: string | null;
  lineStart: number;
  lineEnd: number;
  /** What goes with the value but is not compared. */
  scale?: PerimeterScale | null;
  note?: string | null;
  contact?: SeedContact;
  description?: { fr: string; en: string | null };
};

type SaidItem = Pick<Said, "field" | "value" | "text"> & Partial<Said>;

/** All that the files say, by organisation, table after table in the order of the document. */
export function collectSaid(rows: SeedRows): Map<string, Said[]> {
  const said = new Map<string, Said[]>(rows.organisations.map((row) => [row.slug, []]));
  const add = (slug: string, line: number, place: string | null, ...items: SaidItem[]) =>
    said.get(slug)?.push(...items.map((item) => ({ basis: "stated" as const, place, lineStart: line, lineEnd: line, ...item })));
  const names = new Map(rows.organisations.map((row) => [row.slug, row.name]));
  const name = (row: { organisation: string; as_written: string }) =>
    ({ field: "name", value: names.get(row.organisation) ?? null, text: row.as_written }) as const;
  const zones = (codes: readonly string[], text: string | null) => codes.map((value) => ({ field: "zones" as const, value, text }));

  for (const row of rows.tableau02) {
    add(
      row.organisation,
      row.line,
      "Tableau 2",
      name(row),
      { field: "typology", value: row.typology, text: null },
      { field: "perimeter", value: row.perimeter, text: row.perimeter_as_written, basis: row.perimeter_basis, scale: row.perimeter_scale },
      { field: "legal_status", value: row.legal_status, text: row.status_as_written },
      ...zones(row.zones, row.perimeter_as_written),
    );
  }
  for (const row of rows.tableau05) {
    add(row.organisation, row.line, "Tableau 5", { field: "themes", value: row.theme, text: row.as_written });
  }
  for (const row of rows.tableau06) {
    const perimeter = { field: "perimeter", value: row.perimeter, text: row.perimeter_as_written, scale: row.perimeter_scale } as const;
    add(row.organisation, row.line, "Tableau 6", name(row), perimeter, ...zones(row.zones, row.perimeter_as_written));
  }
  for (const row of rows.tableau13) {
    add(row.organisation, row.line, "Tableau 13", name(row), ...memberCount(row));
  }
  for (const { organisation, line, channel, raw, value, state } of rows.contacts) {
    add(organisation, line, "Tableau 13", contactItem({ channel, raw, value, state }));
  }
  for (const row of rows.tableau11) {
    add(
      row.organisation,
      row.line,
      "Tableau 11",
      name(row),
      { field: "typology", value: "network_platform", text: null },
      { field: "network_scope", value: row.scope, text: row.as_written },
      ...memberCount(row),
      ...zones(row.zones, row.member_note_as_written),
      ...(row.website_as_written ? [contactItem({ channel: "website", raw: row.website_as_written, value: row.website, state: "ok" })] : []),
    );
  }
  for (const row of rows.statements) {
    const item = { field: row.field, value: row.value, text: row.text, basis: row.basis, lineEnd: row.line_end };
    // A description is the directory's own wording: the citation names only the words it rests on.
    const own = row.field === "description" ? { value: null, description: { fr: row.value, en: row.value_en } } : {};
    const named = row.field === "name" ? { value: names.get(row.organisation) ?? null } : {};
    add(row.organisation, row.line_start, row.table, { ...item, ...own, ...named });
  }
  for (const row of rows.aliases) {
    add(row.organisation, row.line, row.as_written_place, { field: "alias", value: row.alias, text: null });
  }
  addNamesAndKinds(rows, said);
  return said;
}

const contactItem = (contact: SeedContact) => ({ field: "contacts" as const, value: contact.value, text: contact.raw, contact });

function memberCount(row: { member_count: number | null; member_note_as_written: string | null }) {
  if (row.member_count === null) return [];
  const note = row.member_note_as_written;
  return [{ field: "member_count" as const, value: String(row.member_count), text: note, note }];
}

/**
 * Where the acronym stands, and the kind, which is this directory's own sorting and so inferred
 * from the place that names the organisation. One that only Tableau 5 lists is named there.
 */
function addNamesAndKinds(rows: SeedRows, said: Map<string, Said[]>) {
  const listed = new Map(rows.acronyms.map((row) => [fold(row.acronym), row]));
  for (const { slug, name, acronym, kind } of rows.organisations) {
    const items = said.get(slug)!;
    if (!items.some((item) => item.field === "name")) {
      const theme = items.find((item) => item.field === "themes");
      if (theme) items.push({ ...theme, field: "name", value: name });
    }
    const named = items.filter((item) => item.field === "name");
    const place = named[0];
    if (place) items.push({ ...place, field: "kind", value: kind, basis: "inferred" });
    if (acronym === null) continue;
    const entry = listed.get(fold(acronym));
    const written = named.find((item) =>
      fold(item.text ?? "")
        .split(" ")
        .includes(fold(acronym)),
    );
    if (entry)
      items.push({
        field: "acronym",
        value: acronym,
        text: entry.expansion,
        basis: "stated",
        place: "Sigles et acronymes",
        lineStart: entry.line,
        lineEnd: entry.line,
      });
    else if (written) items.push({ ...written, field: "acronym", value: acronym });
  }
}
