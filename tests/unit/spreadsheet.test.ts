import { deflateRawSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSheetFile } from "@/lib/spreadsheet/read";
import { writeWorkbook } from "@/lib/spreadsheet/write";

const read = async (name: string, content: string | Uint8Array) => {
  const result = await readSheetFile(typeof content === "string" ? new TextEncoder().encode(content) : content, name);
  return result.ok ? result.sheet : result.fault;
};
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url)));

const TABLE = { heads: ["Nom", "Sigle"], rows: [{ line: 2, cells: ["Essai d’Élan", "E;L"] }] };

/** A zip as programs write it. @param told what the directory says of the size, when that is a lie */
function zip(parts: readonly { name: string; text: string; told?: number; flags?: number }[], hidden?: Buffer): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, told, flags = 0 } of parts) {
    const [packed, own] = [deflateRawSync(Buffer.from(text)), Buffer.from(name)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(told ?? Buffer.byteLength(text), 22);
    local.writeUInt16LE(own.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(told ?? Buffer.byteLength(text), 24);
    entry.writeUInt16LE(own.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, own);
    const whole = Buffer.concat([local, own, packed, hidden ?? Buffer.alloc(0)]);
    locals.push(whole);
    at += whole.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const TYPES = { name: "[Content_Types].xml", text: "<Types/>" };
const sheet = (text: string, more = {}) => ({ name: "xl/worksheets/sheet1.xml", text, ...more });

describe("a table", () => {
  it.each([
    ["semicolons", "essai.csv", 'Nom;Sigle\r\nEssai d’Élan;"E;L"\r\n'],
    ["commas", "essai.csv", "Nom,Sigle\nEssai d’Élan,E;L\n"],
    ["tabs", "essai.tsv", "Nom\tSigle\nEssai d’Élan\tE;L\n"],
    ["a byte order mark", "essai.csv", "\ufeffNom,Sigle\nEssai d’Élan,E;L\n"],
    ["UTF-16", "essai.txt", new Uint8Array(Buffer.from("\ufeffNom\tSigle\r\nEssai d’Élan\tE;L\r\n", "utf16le"))],
  ])("is read with %s", async (_, name, content) => expect(await read(name, content)).toEqual(TABLE));

  it("is read from Windows-1252, as older programs write it", async () =>
    expect(await read("windows-1252.csv", fixture("windows-1252.csv"))).toEqual({
      heads: ["Nom de l’organisation", "Sigle", "Année de création"],
      rows: [{ line: 2, cells: ["Essai Élan du pêcheur", "EÉP", "1998"] }],
    }));

  it("is read from a workbook of LibreOffice, with its own line numbers", async () => {
    const { heads, rows } = (await read("libreoffice.xlsx", fixture("libreoffice.xlsx"))) as typeof TABLE;
    expect(heads).toEqual(["Nom", "Sigle", "Année de création", "Membres", "Thèmes", "Téléphone", "Date de la fiche"]);
    expect(rows.map(({ line, cells }) => [line, cells[0], cells[2], cells[5], cells[6]])).toEqual([
      [2, "Essai Élan de Kita", "1998", "20 24 11 44", "2026-03-02"],
      [4, "Essai Retour", "2004", "+223 66 00 00 02", "2026-03-03"],
    ]);
  });

  it("is read from a workbook of ours, whose texts are no formulas", async () =>
    expect(
      await read(
        "essai.xlsx",
        await writeWorkbook([
          ["Nom", "Sigle"],
          ["=1+1", ""],
        ]),
      ),
    ).toEqual({ heads: ["Nom", "Sigle"], rows: [{ line: 2, cells: ["=1+1", ""] }] }));
});

describe("a file that is refused", () => {
  const cases: [what: string, fault: string, name: string, content: string | Uint8Array][] = [
    ["nothing", "empty", "essai.csv", ""],
    ["heads alone", "no_heads", "essai.csv", "Nom;Sigle\n"],
    ["a column without a name", "no_heads", "essai.csv", "Nom;\nEssai;E\n"],
    ["two columns of one name", "repeated_head", "essai.csv", "Nom;Nom\nEssai;E\n"],
    ["an open quote", "quotes", "essai.csv", 'Nom;Sigle\n"Essai;E\n'],
    ["zero bytes", "zero_bytes", "essai.csv", "Nom\nEs\0sai de texte\n"],
    ["broken UTF-8", "encoding", "essai.csv", new Uint8Array(Buffer.concat([Buffer.from("Nom\nÉlan été déjà vu\n"), Buffer.from([0xe9, 0x0a])]))],
    ["more rows than we take", "too_many_rows", "essai.csv", `Nom\n${"Essai\n".repeat(50_001)}`],
    ["a picture", "not_a_table", "essai.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])],
    ["an old or a locked workbook", "old_excel", "essai.xlsx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])],
    ["a text that is called a workbook", "mislabelled", "essai.xlsx", "Nom\nEssai\n"],
    ["a workbook that is called a text", "mislabelled", "essai.csv", zip([TYPES, sheet("<a/>")])],
    ["an archive without a sheet", "mislabelled", "essai.xlsx", zip([{ name: "lettre.txt", text: "Essai" }])],
    ["a workbook with macros by its name", "macros", "essai.xlsm", zip([TYPES, sheet("<a/>")])],
    ["a workbook with macros in it", "macros", "essai.xlsx", zip([TYPES, sheet("<a/>"), { name: "xl/vbaProject.bin", text: "x" }])],
    ["a locked entry", "locked", "essai.xlsx", zip([TYPES, sheet("<a/>", { flags: 1 })])],
    ["an archive that says it is too large", "swollen", "essai.xlsx", zip([TYPES, sheet("<a/>", { told: 300 * 1024 * 1024 })])],
    ["an archive that is larger than it says", "swollen", "essai.xlsx", zip([TYPES, sheet(`<a>${" ".repeat(5_000_000)}</a>`, { told: 100 })])],
    ["an archive with something between its entries", "damaged", "essai.xlsx", zip([TYPES, sheet("<a/>")], Buffer.alloc(200, 1))],
    ["a cell at the end of the world", "too_many_rows", "essai.xlsx", zip([TYPES, sheet('<sheetData><row r="1048576"><c r="A1048576"/></row></sheetData>')])],
    ["a cell far to the right", "too_many_columns", "essai.xlsx", zip([TYPES, sheet('<sheetData><row r="1"><c r="XFD1"/></row></sheetData>')])],
    ["a cut archive", "damaged", "essai.xlsx", fixture("libreoffice.xlsx").slice(0, 3000)],
  ];
  it.each(cases)("is %s: %s", async (_, fault, name, content) => expect(await read(name, content)).toBe(fault));
});
