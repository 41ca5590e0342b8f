import type { IncomingMessage } from "node:http";

/** Why a body was not taken. `gone`: whoever sent it has disconnected. */
export type BodyFault = "tooLarge" | "tooSlow" | "busy" | "gone";

/** A form of the directory takes some kilobytes; its fields have limits of their own. */
const MOST_FORM_BYTES = 1024 * 1024;

/**
 * Takes the bodies of requests whole, so that the application never waits for one. All together hold at most `mostHeldBytes`, and
 * each must come within `longestMs`.
 */
export class BodyReader {
  #held = 0;

  constructor(
    private readonly mostHeldBytes: number,
    private readonly longestMs: number,
  ) {}

  /** @returns the body and a function that gives its room back, or why it was not taken */
  async read(request: IncomingMessage, mostBytes = MOST_FORM_BYTES): Promise<{ body: Buffer; release: () => void } | BodyFault> {
    if (Number(request.headers["content-length"] ?? 0) > mostBytes) return "tooLarge";
    const chunks: Buffer[] = [];
    let bytes = 0;
    const release = () => {
      this.#held -= bytes;
      bytes = 0;
    };
    const fault = await new Promise<BodyFault | null>((resolve) => {
      const timer = setTimeout(() => resolve("tooSlow"), this.longestMs);
      const end = (found: BodyFault | null) => (clearTimeout(timer), resolve(found));
      request.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        this.#held += chunk.length;
        chunks.push(chunk);
        if (bytes > mostBytes) end("tooLarge");
        else if (this.#held > this.mostHeldBytes) end("busy");
      });
      request.once("end", () => end(null));
      request.once("close", () => end("gone"));
    });
    if (fault === null) return { body: Buffer.concat(chunks), release };
    request.removeAllListeners("data").pause();
    release();
    return fault;
  }
}
