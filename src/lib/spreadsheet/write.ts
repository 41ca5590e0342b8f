import writeExcelFile from "write-excel-file/node";

/** A workbook of texts: nothing in it is a formula, whatever it begins with. @param rows the heads first, which stay in sight */
export async function writeWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const [heads = [], ...others] = rows;
  const text = (value: string) => (value === "" ? null : { value, type: String });
  const data = [heads.map((value) => ({ value, type: String, fontWeight: "bold" as const })), ...others.map((row) => row.map(text))];
  const widths = heads.map((head) => ({ width: Math.min(40, Math.max(12, head.length + 2)) }));
  return new Uint8Array(await writeExcelFile(data, { columns: widths, stickyRowsCount: 1 }).toBuffer());
}
