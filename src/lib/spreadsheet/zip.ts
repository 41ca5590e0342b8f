import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { BadFile } from "./fault";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** What may follow the bytes of an entry when its sizes come after it. */
const LONGEST_TRAILER = 24;

/** What a workbook may hold once it is unpacked, and in how many parts. */
export const UNPACKED = { bytes: 200 * 1024 * 1024, entries: 2000 } as const;

export type ZipEntry = { name: string; locked: boolean; stored: boolean; packed: Uint8Array; size: number };

/**
 * The entries of an archive by its own directory, before anything is unpacked. One that is larger than we take, that says two things of
 * itself, or that hides entries from its directory is refused: a reader that goes by the bytes would find them.
 * @throws BadFile
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff || count > UNPACKED.entries) throw new BadFile("swollen");
  const found: (ZipEntry & { from: number; to: number })[] = [];
  let at = directory;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new BadFile("damaged");
    const [flags, method, packedSize, size] = [
      view.getUint16(at + 8, true),
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new BadFile("damaged");
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + packedSize > bytes.length || (method !== 0 && method !== 8) || (method === 0 && packedSize !== size)) throw new BadFile("damaged");
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const localName = new TextDecoder().decode(bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true)));
    if (name !== localName) throw new BadFile("damaged");
    found.push({
      name,
      locked: (flags & 1) === 1,
      stored: method === 0,
      packed: bytes.subarray(from, from + packedSize),
      size,
      from: local,
      to: from + packedSize,
    });
    at += 46 + nameLength + extra + comment;
  }
  if (found.reduce((sum, { size }) => sum + size, 0) > UNPACKED.bytes) throw new BadFile("swollen");
  holdTogether(found, directory);
  return found;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new BadFile("damaged");
}

/** Entries follow each other up to the directory: nothing stands between or before them. */
function holdTogether(entries: readonly { from: number; to: number }[], directory: number): void {
  let last = 0;
  for (const { from, to } of [...entries].sort((a, b) => a.from - b.from)) {
    if (from < last || from - last > (last === 0 ? 0 : LONGEST_TRAILER)) throw new BadFile("damaged");
    last = to;
  }
  if (directory < last || directory - last > LONGEST_TRAILER) throw new BadFile("damaged");
}

const inflate = promisify(inflateRaw) as (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** The bytes of an entry, which must be as many as the directory says. @throws BadFile */
export async function unpack({ stored, packed, size }: ZipEntry): Promise<Uint8Array> {
  if (stored) return packed;
  // One byte more than told would be allowed to an empty one: zlib takes no bound of 0.
  const whole = await inflate(packed, { maxOutputLength: Math.max(1, size) }).catch(() => {
    throw new BadFile("swollen");
  });
  if (whole.length !== size) throw new BadFile("damaged");
  return whole;
}
