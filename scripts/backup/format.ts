/**
 * A backup is a gzip file of lines, which `gunzip` makes readable:
 *   {"format":"osc-directory backup", …}            what it is, and the migrations of the database that it was taken of
 *   {"table":"Source","columns":["id","slug", …]}   then its rows as COPY writes them, then a line \.
 *   {"sequences":{"Source_id_seq":12, …}}
 *   {"sha256":"…"}                                  of all that precedes it
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { Failure } from "../runtime/failure";

const FORMAT = "osc-directory backup";
const VERSION = 1;
/** The line after the last row of a table; COPY writes no row like it. */
export const END_OF_ROWS = Buffer.from("\\.\n");
/** PostgreSQL holds no longer row; what has a longer line is no backup. */
const LONGEST_LINE = 1_000_000_000;

const header = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  takenAt: z.iso.datetime(),
  /** The server's version, such as "18.4". */
  postgresql: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
const table = z.object({ table: z.string(), columns: z.array(z.string()) });
const sequences = z.object({ sequences: z.record(z.string(), z.int()) });
const end = z.object({ sha256: z.string() });

export type Header = z.infer<typeof header>;
/** The rows of a table must be read before the next part is asked for. */
export type Part = { header: Header } | (z.infer<typeof table> & { rows: AsyncIterable<Buffer> }) | z.infer<typeof sequences>;

/** One line of a backup that is not a row. */
export const line = (part: object) => Buffer.from(`${JSON.stringify(part)}\n`);
export const headerLine = (of: Omit<Header, "format" | "version">) => line({ format: FORMAT, version: VERSION, ...of });

const isDamaged = (file: string, reason: string) =>
  new Failure(`${file} is damaged or incomplete (${reason}); nothing was restored. Use another copy of it, or an earlier backup.`);

/** Reads a file in pieces of whole lines, and knows the checksum of all that was taken from it. */
class Lines {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #hash = createHash("sha256");
  #rest: Buffer = Buffer.alloc(0);

  constructor(readonly file: string) {
    this.#pieces = this.#read();
  }

  async *#read() {
    const source = createReadStream(this.file);
    const content = createGunzip();
    source.on("error", (error) => content.destroy(error)).pipe(content);
    let begun: Buffer[] = [];
    let length = 0;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const cut = chunk.lastIndexOf("\n") + 1;
      length += chunk.length;
      if (length > LONGEST_LINE) throw new Error("a line is too long");
      begun.push(cut === 0 ? chunk : chunk.subarray(0, cut));
      if (cut === 0) continue;
      yield Buffer.concat(begun);
      begun = [chunk.subarray(cut)];
      length = chunk.length - cut;
    }
    if (length > 0) throw new Error("it ends within a line");
  }

  /** True when something is left to read, which `#rest` then holds. */
  async more(): Promise<boolean> {
    if (this.#rest.length > 0) return true;
    const { done, value } = await this.#pieces.next().catch((error: Error) => {
      throw isDamaged(this.file, error.message);
    });
    if (!done) this.#rest = value;
    return !done;
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    this.#hash.update(taken);
    return taken;
  }

  /** The next line, as what it says. */
  async next<T>(schema: z.ZodType<T>): Promise<T> {
    if (!(await this.more())) throw isDamaged(this.file, "it ends too early");
    try {
      return schema.parse(JSON.parse(this.#take(this.#rest.indexOf("\n") + 1).toString("utf8")));
    } catch {
      throw isDamaged(this.file, "a line cannot be read");
    }
  }

  /** Rows up to the end of their table, which is taken too. */
  async *rows(): AsyncGenerator<Buffer> {
    while (await this.more()) {
      const first = this.#rest.indexOf(END_OF_ROWS) === 0;
      const at = first ? 0 : this.#rest.indexOf(Buffer.concat([Buffer.from("\n"), END_OF_ROWS])) + 1;
      if (first || at > 0) {
        if (at > 0) yield this.#take(at);
        this.#take(END_OF_ROWS.length);
        return;
      }
      yield this.#take(this.#rest.length);
    }
    throw isDamaged(this.file, "it ends within a table");
  }

  /** The checksum of what was taken so far. */
  sha256 = () => this.#hash.copy().digest("hex");
}

async function headerOf(lines: Lines): Promise<Header> {
  if (!existsSync(lines.file)) throw new Failure(`There is no file ${lines.file}.`);
  const of = await lines.next(header).catch(() => {
    throw new Failure(`${lines.file} is not a backup of this directory, or its beginning is damaged.`);
  });
  if (of.version !== VERSION) throw new Failure(`${lines.file} has a form (${of.version}) that this version of the project cannot read: use a later one.`);
  return of;
}

/**
 * The parts of a backup, its header first; the checksum is compared after the last one.
 * @throws Failure with a sentence when it is no backup, damaged or incomplete
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const lines = new Lines(file);
  yield { header: await headerOf(lines) };
  for (;;) {
    const sha256 = lines.sha256();
    const part = await lines.next(z.union([table, sequences, end]));
    if ("table" in part) yield { ...part, rows: lines.rows() };
    else if ("sequences" in part) yield part;
    else if (part.sha256 !== sha256) throw isDamaged(file, "its checksum is another");
    else if (await lines.more()) throw isDamaged(file, "something follows its end");
    else return;
  }
}

/** Reads a backup to its end and returns its header, or fails as readBackup does. */
export async function checkBackup(file: string): Promise<Header> {
  let of: Header | undefined;
  for await (const part of readBackup(file)) {
    if ("header" in part) of = part.header;
    if ("rows" in part) for await (const piece of part.rows) void piece;
  }
  return of!;
}
