// COPY to and from this process: pg knows its messages, and leaves to others what to do with them.
import { once } from "node:events";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import pg from "pg";

/** The part of pg's connection that copying needs. */
type Wire = { stream: Socket; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sendCopyFail(reason: string): void };

/** What a `COPY … TO STDOUT` answers, read from the server no faster than it is consumed. */
export function copyOut(client: pg.Client, sql: string): Readable {
  let wire: Wire | undefined;
  const out = new Readable({ read: () => void wire?.stream.resume() });
  const query = new pg.Query(sql)
    .on("error", (error) => void out.destroy(error))
    .on("end", () => {
      out.push(null);
      // The next query needs the connection, even if this was the moment to wait.
      wire?.stream.resume();
    });
  Object.assign(query, {
    handleCopyData({ chunk }: { chunk: Buffer }, connection: Wire) {
      wire = connection;
      // pg reads the next messages into the same memory.
      if (!out.push(Buffer.from(chunk))) wire.stream.pause();
    },
  });
  client.query(query);
  return out;
}

/** Sends `data` to a `COPY … FROM STDIN`. Rejects with the error of `data` or of the server; the transaction is lost then. */
export async function copyIn(client: pg.Client, sql: string, data: AsyncIterable<Buffer>): Promise<void> {
  let fault: unknown;
  let refused = false;
  const send = async (wire: Wire) => {
    try {
      for await (const chunk of data) {
        if (refused) return;
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await once(wire.stream, "drain");
      }
      wire.endCopyFrom();
    } catch (error) {
      fault = error;
      wire.sendCopyFail("The data could not be read.");
    }
  };
  await new Promise<void>((resolve, reject) => {
    const query = new pg.Query(sql)
      .on("end", () => resolve())
      .on("error", (error) => {
        refused = true;
        reject(fault ?? error);
      });
    Object.assign(query, { handleCopyInResponse: (wire: Wire) => void send(wire) });
    client.query(query);
  });
}
