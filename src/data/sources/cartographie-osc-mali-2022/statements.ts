import { inCitedOrder } from "@/domain/compose";
import type { CitedField } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { PARTNER_CLASSES, type ContactChannel, type ContactState } from "@/domain/vocabularies";
import type { ImportedStatement } from "../adapter";
import { figureContent } from "../figures";
import { MAPPING } from "./read";
import type { MappingRows } from "./tables";

type Item = Pick<ImportedStatement, "value" | "words"> & {
  field: CitedField | "perimeter_scale" | "member_note" | "partner_classes";
} & Partial<ImportedStatement>;
type Said = ImportedStatement & Pick<Item, "field"> & { organisation: string };

/** All that the tables say of organisations, by slug, table after table in the order of the document. */
function collectSaid(rows: MappingRows): Map<string, Said[]> {
  const said = new Map<string, Said[]>(rows.organisations.map((row) => [row.slug, []]));
  const add = (organisation: string, line: number, place: string | null, ...items: Item[]) =>
    said
      .get(organisation)
      ?.push(...items.map((item) => ({ basis: "stated" as const, source: MAPPING, place, lineStart: line, lineEnd: line, ...item, organisation })));
  const names = new Map(rows.organisations.map((row) => [row.slug, row.name]));
  const name = (row: { organisation: string; as_written: string }): Item => ({ field: "name", value: names.get(row.organisation)!, words: row.as_written });
  const zones = (codes: readonly string[], words: string | null) => codes.map((value): Item => ({ field: "zones", value, words }));

  for (const row of rows.tableau02) {
    add(
      row.organisation,
      row.line,
      "Tableau 2",
      name(row),
      // The label stands once for its group of rows.
      { field: "typology", value: row.typology, words: row.typology_as_written, lineStart: row.typology_line, lineEnd: row.typology_line },
      ...perimeter(row, row.perimeter_basis),
      { field: "legal_status", value: row.legal_status, words: row.status_as_written },
      ...zones(row.zones, row.perimeter_as_written),
    );
  }
  for (const row of rows.tableau05) {
    add(row.organisation, row.line, "Tableau 5", { field: "themes", value: row.theme, words: row.as_written });
  }
  for (const row of rows.tableau06) {
    add(row.organisation, row.line, "Tableau 6", name(row), ...perimeter(row), ...zones(row.zones, row.perimeter_as_written));
  }
  for (const row of rows.tableau13) {
    add(row.organisation, row.line, "Tableau 13", name(row), ...memberCount(row));
  }
  for (const { organisation, line, channel, raw, value, state } of rows.contacts) {
    add(organisation, line, "Tableau 13", contactItem(channel, raw, value, state));
  }
  for (const row of rows.tableau11) {
    add(
      row.organisation,
      row.line,
      "Tableau 11",
      name(row),
      { field: "typology", value: "network_platform", ...CAPTION_OF_NETWORKS },
      { field: "network_scope", value: row.scope, words: row.as_written },
      ...memberCount(row),
      ...zones(row.zones, row.member_note_as_written),
      ...(row.website_as_written ? [contactItem("website", row.website_as_written, row.website, "ok")] : []),
    );
  }
  const descriptions = new Map(rows.statements.flatMap((row) => (row.field === "description" && row.value !== null ? [[row.organisation, row.value]] : [])));
  for (const row of rows.statements) {
    const value = row.value ?? descriptions.get(row.organisation);
    if (value !== undefined) add(row.organisation, row.line_start, row.table, ...ofStatement({ ...row, value }, names.get(row.organisation)!));
  }
  for (const row of rows.aliases) {
    add(row.organisation, row.line, row.as_written_place, { field: "alias", value: row.alias, words: null });
  }
  addNamesAndKinds(rows, said);
  return said;
}

/** What Tableau 11 calls all that it lists stands in its caption. */
const CAPTION_OF_NETWORKS = { words: "Principaux réseaux et plateformes", lineStart: 663, lineEnd: 663 } as const;

const contactItem = (channel: ContactChannel, raw: string, usable: string | null, state: ContactState): Item => ({
  field: "contacts",
  value: raw,
  words: null,
  contact: { channel, raw, usable, state },
});

type PerimeterRow = Pick<MappingRows["tableau06"][number], "perimeter" | "perimeter_scale" | "perimeter_as_written">;

function perimeter(row: PerimeterRow, basis: ImportedStatement["basis"] = "stated"): Item[] {
  const scale = row.perimeter_scale;
  return [
    { field: "perimeter", value: row.perimeter, words: row.perimeter_as_written, basis },
    ...(scale ? [{ field: "perimeter_scale" as const, value: scale, words: null, basis, cited: false }] : []),
  ];
}

function memberCount(row: { member_count: number | null; member_note_as_written: string | null }): Item[] {
  if (row.member_count === null) return [];
  const note = row.member_note_as_written;
  return [
    { field: "member_count", value: String(row.member_count), words: note },
    ...(note ? [{ field: "member_note" as const, value: note, words: null, cited: false }] : []),
  ];
}

/**
 * A row of what the running text says. A description is the directory's own wording, in two languages: the citation gives the words it
 * rests on, and each further place on which it rests is the same statement, cited from there.
 */
function ofStatement({ field, value, value_en, text, basis, line_end, since }: MappingRows["statements"][number] & { value: string }, name: string): Item[] {
  const common = { words: text, basis, lineEnd: line_end, since };
  if (field === "description") {
    return [{ ...common, field, value, language: "fr" }, ...(value_en === null ? [] : [{ ...common, field, value: value_en, language: "en", cited: false }])];
  }
  if (field === "name") return [{ ...common, field, value: name }];
  const isClass = field === "partners" && (PARTNER_CLASSES as readonly string[]).includes(value);
  return [{ ...common, field: isClass ? "partner_classes" : field, value }];
}

/**
 * Where the acronym stands, and the kind, which is this directory's own sorting and so inferred
 * from the place that names the organisation. One that only Tableau 5 lists is named there.
 */
function addNamesAndKinds(rows: MappingRows, said: Map<string, Said[]>) {
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
      fold(item.words ?? "")
        .split(" ")
        .includes(fold(acronym)),
    );
    const locus = { basis: "stated", source: MAPPING, place: "Sigles et acronymes" } as const;
    if (entry)
      items.push({
        ...locus,
        organisation: slug,
        field: "acronym",
        value: acronym,
        words: entry.expansion,
        lineStart: entry.line_start,
        lineEnd: entry.line_end,
      });
    else if (written) items.push({ ...written, field: "acronym", value: acronym });
  }
}

/** What the tables say of organisations, each in the order of its fields. */
export const statementsOfOrganisations = (rows: MappingRows): ImportedStatement[] => [...collectSaid(rows).values()].flatMap((said) => inCitedOrder(said));

/** Tableaux 3, 4, 7, 9 and 10, and what chapter 2.2 says again of budgets; the English goes with the French. */
export function statementsOfTypologies(rows: MappingRows): ImportedStatement[] {
  return rows.typologies.flatMap((row): ImportedStatement[] => {
    const common = { typology: row.typology, field: row.field, basis: "stated", source: MAPPING, place: row.table } as const;
    const lines = { lineStart: row.line_start, lineEnd: row.line_end };
    const lead: ImportedStatement =
      row.code === null
        ? { ...common, ...lines, shape: "text", value: row.text, language: "fr", words: null }
        : { ...common, ...lines, shape: "code", value: row.code, words: row.text };
    return [lead, { ...common, ...lines, shape: "text", value: row.text_en, language: "en", words: null, cited: false }];
  });
}

/** Tableaux 1 and 8, and the figures of the running text. */
export function figures(rows: MappingRows): ImportedStatement[] {
  const of = (place: string | null, table: MappingRows["tableau01"]) =>
    table.map(({ zone, measure, value, unit, line }): ImportedStatement => ({
      ...{ zone, field: measure, shape: "number", value: String(value), unit, basis: "stated", source: MAPPING },
      ...{ place, lineStart: line, lineEnd: line, words: null },
    }));
  return [...of("Tableau 1", rows.tableau01), ...of("Tableau 8", rows.tableau08), ...figureContent(MAPPING, rows)];
}
