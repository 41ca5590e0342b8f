/** There is no room, or the wait was too long: to be tried again later. */
export class Busy extends Error {}

export type Bounds = {
  /** How many works run at once. */
  running: number;
  /** A work that runs longer, in milliseconds, waits for something else than the processor: its place goes to the next. */
  slowMs: number;
  /** How many wait, in all. */
  waiting: number;
  /** How long one waits, in milliseconds. */
  longestWaitMs: number;
  /** When more than so many wait, the next one waits less long. */
  flood?: { above: number; longestWaitMs: number };
};

type Waiting = { begin: () => void; refuse: () => void };

/**
 * Lets a few works run at once; the others wait, each for a bounded time. Who asks for much does not delay who asks for
 * little: clients take turns, each with its works in the order in which they came, and when there is no room left the
 * newest work of the client that has the most gives way.
 */
export class BoundedQueue {
  readonly #bounds: Bounds;
  /** The works that wait, by client, the next client to have its turn first. None is empty. */
  readonly #queues = new Map<string, Waiting[]>();
  #running = 0;
  #waiting = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * @param client for whom the work is done
   * @throws Busy when the work was not begun
   */
  async run<T>(client: string, work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#bounds.running) this.#running += 1;
    else await this.#turn(client);
    let holds = true;
    const giveWay = () => {
      if (!holds) return;
      holds = false;
      // What arrived meanwhile has its turn first: works that follow one another would keep the loop to themselves.
      setImmediate(() => {
        if (!this.#beginNext()) this.#running -= 1;
      });
    };
    const slow = setTimeout(giveWay, this.#bounds.slowMs);
    try {
      return await work();
    } finally {
      clearTimeout(slow);
      giveWay();
    }
  }

  /** Resolves when a work that ended leaves its place. */
  #turn(client: string): Promise<void> {
    if (this.#waiting >= this.#bounds.waiting) this.#makeRoom(client);
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.#remove(client, waiting);
      };
      const waiting: Waiting = {
        begin: () => (leave(), resolve()),
        refuse: () => (leave(), reject(new Busy())),
      };
      const { flood, longestWaitMs } = this.#bounds;
      const timer = setTimeout(waiting.refuse, flood && this.#waiting > flood.above ? flood.longestWaitMs : longestWaitMs);
      const queue = this.#queues.get(client);
      if (queue) queue.push(waiting);
      else this.#queues.set(client, [waiting]);
      this.#waiting += 1;
    });
  }

  #remove(client: string, waiting: Waiting): void {
    const queue = this.#queues.get(client)!;
    queue.splice(queue.indexOf(waiting), 1);
    if (queue.length === 0) this.#queues.delete(client);
    this.#waiting -= 1;
  }

  /** Begins the oldest work of the client whose turn it is, who then goes to the end of the line. */
  #beginNext(): boolean {
    const next = this.#queues.entries().next();
    if (next.done) return false;
    const [client, queue] = next.value;
    queue[0]!.begin();
    if (this.#queues.delete(client)) this.#queues.set(client, queue);
    return true;
  }

  /** @throws Busy when no other client has more works waiting than this one would have */
  #makeRoom(client: string): void {
    const own = this.#queues.get(client)?.length ?? 0;
    let most: Waiting[] = [];
    for (const queue of this.#queues.values()) if (queue.length > most.length) most = queue;
    if (most.length <= own + 1) throw new Busy();
    most.at(-1)!.refuse();
  }
}
