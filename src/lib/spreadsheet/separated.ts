import { parse } from "csv-parse/sync";
import { BadFile } from "./fault";

/** What tells UTF-16, by its mark or, without one, by the zeros of Latin letters. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 400);
  const zeros = (odd: number) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > sample.length / 4 && zeros(0) === 0) return "utf-16le";
  if (zeros(0) > sample.length / 4 && zeros(1) === 0) return "utf-16be";
  return null;
}

/** What Windows-1252 has where Latin-1 has nothing, from 0x80; some versions of Node decode it as if it were Latin-1. */
const SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Bytes that no text in Windows-1252 has. */
const UNUSED = /[\x81\x8d\x8f\x90\x9d]/;
const CONTROLS = /[\u0001-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f]/;

/** A text in UTF-8, UTF-16 or, as older programs write, Windows-1252. @throws BadFile */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16(bytes);
  if (!wide && bytes.includes(0)) throw new BadFile("zero_bytes");
  const strict = (encoding: string): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const text = wide ? strict(wide) : (strict("utf-8") ?? narrow(bytes));
  if (text === null || text.includes("\ufffd")) throw new BadFile("encoding");
  if (text.includes("\0")) throw new BadFile("zero_bytes");
  if (CONTROLS.test(text)) throw new BadFile("not_a_table");
  return text;
}

/** A text that is UTF-8 but for some bytes is broken, and no Windows-1252: there an accent is one byte, alone between letters. */
function narrow(bytes: Uint8Array): string | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const pairs = raw.match(/[\xc2-\xc5][\x80-\xbf]/g)?.length ?? 0;
  const alone = raw.replace(/[\xc2-\xc5][\x80-\xbf]/g, "").match(/[\x80-\xff]/g)?.length ?? 0;
  if (UNUSED.test(raw) || pairs > alone) return null;
  return raw.replace(/[\x80-\x9f]/g, (byte) => SIGNS[byte.charCodeAt(0) - 0x80]!);
}

const SEPARATORS = [";", ",", "\t"] as const;

/** The separator that cuts the heads into most cells, outside quotes. */
function separatorOf(text: string): string {
  const first = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, "") ?? "";
  const counted = SEPARATORS.map((separator) => ({ separator, count: first.split(separator).length }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).separator;
}

/** Rows of a text cut by commas, semicolons or tabs, with the line on which each begins. @throws BadFile */
export function separatedRows(text: string): { line: number; cells: string[] }[] {
  // Excel writes the separator into a first line of its own when asked to.
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  try {
    const records = parse(body, {
      bom: true,
      delimiter: told?.[1] ?? separatorOf(body.replace(/^\ufeff/, "")),
      info: true,
      relaxColumnCount: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const shift = told ? 1 : 0;
    // The counter stands at the end of each record.
    return records.map(({ record, info }) => ({ cells: record, line: info.lines + shift }));
  } catch (error) {
    throw new BadFile("quotes", error instanceof Error && "lines" in error ? String(error.lines) : "");
  }
}
