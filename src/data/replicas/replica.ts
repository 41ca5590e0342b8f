import "server-only";
import { logger } from "@/lib/logger";
import { singleFlight } from "@/lib/single-flight";
import { readingClient, revisionSource, type ReadingClient, type RevisionSource } from "./reading-client";

/**
 * How often a replica is asked whether it is there, in milliseconds, so that readings do not wait for one that hangs,
 * and one that was lost is found again.
 */
const HEARTBEAT_MS = 1000;

/** Ends the readings under way on a replica that was lost: they are done elsewhere. */
class ReplicaLost extends Error {
  readonly code = "ECONNRESET";
}

/**
 * One copy of the database, behind one address (an address that leads now to one copy, now to another,
 * would not be as far as it said).
 */
export class Replica {
  /** As the log names it: without account or password. */
  readonly name: string;
  /** The last revision it is known to have; null while it is lost. */
  seen: bigint | null = null;
  private readonly client: ReadingClient;
  private readonly source: RevisionSource;
  private readonly ask: () => Promise<bigint | null>;
  private readonly heartbeat: NodeJS.Timeout;
  private lost = false;
  private readonly underWay = new Set<(error: Error) => void>();

  constructor(url: string) {
    const { host, pathname } = new URL(url);
    this.name = `${host}${pathname}`;
    this.client = readingClient(url);
    this.source = revisionSource(url);
    this.ask = singleFlight(() => this.question());
    this.heartbeat = setInterval(() => void this.ask(), HEARTBEAT_MS).unref();
  }

  private async question(): Promise<bigint | null> {
    try {
      this.seen = await this.source.ask();
      if (this.lost) logger.info({ replica: this.name }, "A replica answers again");
      this.lost = false;
      return this.seen;
    } catch (error) {
      this.lose(error);
      return null;
    }
  }

  /** Whether it answered the last time. */
  get isThere(): boolean {
    return !this.lost;
  }

  /** Whether it has replayed this revision; asks it only when it had not yet. */
  async reached(revision: bigint): Promise<boolean> {
    if (this.seen !== null && this.seen >= revision) return true;
    const answer = await this.ask();
    return answer !== null && answer >= revision;
  }

  /** Forgets how far it was: the primary was put back to an earlier state. */
  forget(): void {
    this.seen = null;
  }

  /** Leaves it alone until it answers a heartbeat, and ends what is under way there. */
  lose(error: unknown): void {
    if (!this.lost) logger.warn({ replica: this.name, err: error }, "A replica does not answer: it is left out");
    this.lost = true;
    this.seen = null;
    for (const end of this.underWay) end(new ReplicaLost("The replica was lost"));
  }

  /** Runs a reading here. It fails at once when the replica is lost meanwhile. */
  async run<T>(work: (client: ReadingClient) => Promise<T>): Promise<T> {
    let end: (error: Error) => void = () => {};
    const lost = new Promise<never>((_, reject) => (end = reject));
    this.underWay.add(end);
    try {
      return await Promise.race([work(this.client), lost]);
    } finally {
      this.underWay.delete(end);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.heartbeat);
    await Promise.all([this.client.close(), this.source.close()]);
  }
}
