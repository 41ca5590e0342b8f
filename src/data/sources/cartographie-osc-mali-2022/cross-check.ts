import type { CitedField } from "@/domain/fields";
import { BUDGET_TIERS, LEGAL_STATUSES, NETWORK_SCOPES, PERIMETERS, THEMES, TYPOLOGIES, ZONE_LEVELS } from "@/domain/vocabularies";
import { PARTNER_CLASSES } from "@/domain/vocabularies";
import type { ImportProblem } from "../problems";
import { MAPPING, type MappingFiles } from "./read";
import { statementsOfOrganisations } from "./statements";
import { TABLES, type MappingRows, type TableName } from "./tables";

type Report = (table: TableName, row: { rowNumber: number }, column: string, wrong: string, remedy: string) => void;

/** Checks what one row alone cannot tell: references between files, duplicates, the zone tree. */
export function crossCheck({ rows, sources }: Pick<MappingFiles, "rows" | "sources">): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const report: Report = (table, { rowNumber }, column, wrong, remedy) => problems.push({ file: TABLES[table].file, row: rowNumber, column, wrong, remedy });

  if (!sources.some((source) => source.slug === MAPPING)) {
    problems.push({ file: "sources.json", row: null, column: "slug", wrong: `has no document "${MAPPING}"`, remedy: "The tables cite it: put it back." });
  }
  checkDuplicates(rows, report);
  checkReferences(rows, report);
  checkZoneTree(rows, report);
  checkTypologyCodes(rows, report);
  checkStatements(rows, report);
  // Whoever is not named by a row has no name to show.
  if (problems.length === 0) checkNames(rows, report);
  return problems;
}

/** For each table, the columns that together name a row. */
const KEYS: { [Name in TableName]?: readonly (readonly (keyof MappingRows[Name][number] & string)[])[] } = {
  zones: [["code"], ["slug"]],
  organisations: [["slug"], ["name"]],
  aliases: [["organisation", "alias", "line"]],
  tableau02: [["number"], ["organisation"]],
  tableau05: [["theme", "organisation"]],
  tableau06: [["organisation"]],
  tableau11: [["organisation"]],
  tableau13: [["number"], ["organisation"]],
  contacts: [["organisation", "channel", "raw"]],
  typologies: [["typology", "field", "text"]],
  tableau12: [["need"]],
  tableau01: [["zone", "measure"]],
  tableau08: [["zone", "measure"]],
  figures: [["zone", "measure"]],
  tables: [["table"]],
  rowHeads: [["table", "line_start"]],
  acronyms: [["acronym"]],
  bibliography: [["line"]],
  statements: [["organisation", "field", "value", "line_start", "line_end"]],
};

function checkDuplicates(rows: MappingRows, report: Report) {
  for (const [name, keys] of Object.entries(KEYS) as [TableName, readonly string[][]][]) {
    for (const columns of keys) {
      const first = new Map<string, number>();
      for (const row of rows[name] as ({ rowNumber: number } & Record<string, unknown>)[]) {
        const key = columns.map((column) => String(row[column])).join(" / ");
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, row.rowNumber);
        else report(name, row, columns[0]!, `"${key}" is already on line ${earlier}`, "Keep one of the two rows.");
      }
    }
  }
}

function checkReferences(rows: MappingRows, report: Report) {
  const organisations = new Set(rows.organisations.map((row) => row.slug));
  const zones = new Set(rows.zones.map((row) => row.code));
  for (const name of Object.keys(TABLES) as TableName[]) {
    for (const row of rows[name]) {
      if ("organisation" in row && !organisations.has(row.organisation)) {
        report(name, row, "organisation", `"${row.organisation}" is no organisation`, "Use a slug of organisations.csv, or add the organisation there.");
      }
      const codes = "zones" in row ? row.zones : "zone" in row ? [row.zone] : [];
      for (const code of codes.filter((candidate) => !zones.has(candidate))) {
        report(name, row, "zone" in row ? "zone" : "zones", `"${code}" is no zone`, "Use a code of zones.csv, or add the zone there.");
      }
    }
  }
  const numbers = new Map(rows.tableau13.map((row) => [row.number, row.organisation]));
  for (const row of rows.contacts) {
    if (numbers.get(row.number) !== row.organisation) {
      report("contacts", row, "number", `number ${row.number} is not "${row.organisation}"`, "Use the number that tableau-13.csv gives to the organisation.");
    }
  }
}

function checkZoneTree(rows: MappingRows, report: Report) {
  const levels = new Map(rows.zones.map(({ code, level }) => [code, ZONE_LEVELS.indexOf(level)]));
  for (const row of rows.zones) {
    const level = ZONE_LEVELS.indexOf(row.level);
    const parent = row.parent === null ? null : levels.get(row.parent);
    if (row.parent === null && row.level !== "country") report("zones", row, "parent", "only a country has no parent", "Give the code of the zone around it.");
    else if (parent === undefined) report("zones", row, "parent", `"${row.parent}" is no zone`, "Use a code of zones.csv, or add the zone there.");
    else if (parent !== null && parent >= level)
      report("zones", row, "parent", `"${row.parent}" is not wider than a ${row.level}`, "A parent is of a wider level.");
  }
}

function checkTypologyCodes(rows: MappingRows, report: Report) {
  for (const row of rows.typologies) {
    const codes: readonly string[] = row.field === "budget_tier" ? BUDGET_TIERS : row.field === "partners" ? PARTNER_CLASSES : [];
    if (codes.length === 0 && row.code !== null) report("typologies", row, "code", `a row of "${row.field}" has no code`, "Leave the cell empty.");
    if (codes.length > 0 && !codes.includes(row.code ?? "")) {
      report("typologies", row, "code", `"${row.code ?? ""}" is not a known code`, `Use one of: ${codes.join(", ")}.`);
    }
  }
}

const STATEMENT_CODES: Partial<Record<CitedField, readonly string[]>> = {
  typology: TYPOLOGIES,
  perimeter: PERIMETERS,
  legal_status: LEGAL_STATUSES,
  themes: THEMES,
  network_scope: NETWORK_SCOPES,
  interviewed: ["true", "false"],
};

/** Fields that have a file of their own, because of their form or because they are not said of one organisation. */
const ELSEWHERE: Partial<Record<CitedField, string>> = {
  acronym: "organisations.csv",
  kind: "organisations.csv",
  alias: "aliases.csv",
  contacts: "tableau-13-contacts.csv",
  budget_tier: "typologies.csv",
  problems: "typologies.csv",
  added_values: "typologies.csv",
  needs: "tableau-12.csv",
};

function checkStatements(rows: MappingRows, report: Report) {
  const organisations = rows.organisations.map((row) => row.slug);
  const open: Partial<Record<CitedField, readonly string[]>> = {
    zones: rows.zones.map((row) => row.code),
    networks: organisations,
    part_of: organisations,
    partners: [...organisations, ...PARTNER_CLASSES],
  };
  const described = new Set<string>();
  for (const row of rows.statements) {
    const { field } = row;
    if (row.value === null && !(field === "description" && described.has(row.organisation))) {
      report("statements", row, "value", "is empty", "Write what is said; only a further place of a description that stands above has no value.");
      continue;
    }
    const value = row.value ?? "";
    if (field === "description") described.add(row.organisation);
    const file = ELSEWHERE[field];
    if (file) report("statements", row, "field", `"${field}" has its own file`, `Write it in ${file}.`);
    const closed = STATEMENT_CODES[field];
    if (closed && !closed.includes(value)) report("statements", row, "value", `"${value}" is not a known code`, `Use one of: ${closed.join(", ")}.`);
    if (open[field] && !open[field].includes(value)) {
      report("statements", row, "value", `"${value}" is not in the other files`, "Use a zone code, an organisation's slug or a class of partners.");
    }
    if ((field === "networks" || field === "partners" || field === "part_of") && value === row.organisation) {
      report("statements", row, "value", "an organisation is not its own partner or network", "Name the other one.");
    }
    if ((field === "member_count" || field === "founded_year") && !/^[1-9]\d{0,6}$/.test(value)) {
      report("statements", row, "value", `"${value}" is not a whole number`, "Write digits only.");
    }
    if (field === "description" && (row.value === null) !== (row.value_en === null))
      report("statements", row, "value_en", "does not go with value", "Write the description in both languages, or in none for a further place.");
    if (row.line_end < row.line_start) report("statements", row, "line_end", "comes before line_start", "Write the first line, then the last.");
  }
}

function checkNames(rows: MappingRows, report: Report) {
  const named = new Set(statementsOfOrganisations(rows).flatMap((said) => ("organisation" in said && said.field === "name" ? [said.organisation] : [])));
  for (const row of rows.organisations) {
    if (!named.has(row.slug)) report("organisations", row, "slug", `no table names "${row.slug}"`, "Add the row of the document that names it.");
  }
}
