/** The part of the room that entries asked for more than once may fill. */
const PROTECTED_SHARE = 0.8;
/** An entry larger than this part of the room would push out too many others. */
const LARGEST_SHARE = 1 / 8;

type Entry<T> = { value: T; bytes: number };

/**
 * A segmented LRU cache, bounded in bytes. An entry enters on probation and becomes protected when it is asked for again;
 * only entries on probation are evicted. So a crawler that walks through every address, or a flood of invented ones,
 * never evicts what readers use.
 */
export class SegmentedLru<T extends { readonly bytes: number }> {
  /** Least recently used first, as a Map keeps its order. */
  readonly #probation = new Map<string, Entry<T>>();
  readonly #protected = new Map<string, Entry<T>>();
  #probationBytes = 0;
  #protectedBytes = 0;

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#probationBytes + this.#protectedBytes;
  }

  get size(): number {
    return this.#probation.size + this.#protected.size;
  }

  get(key: string): T | null {
    const entry = this.#take(key);
    if (!entry) return null;
    this.#protected.set(key, entry);
    this.#protectedBytes += entry.bytes;
    this.#demote();
    return entry.value;
  }

  set(key: string, value: T): void {
    this.#take(key);
    const bytes = value.bytes + key.length;
    if (bytes > this.maxBytes * LARGEST_SHARE) return;
    this.#probation.set(key, { value, bytes });
    this.#probationBytes += bytes;
    this.#evict();
  }

  /** Updates the size of an entry, after it gained or lost an encoding. */
  reweigh(key: string): void {
    const isProtected = this.#protected.has(key);
    const entry = this.#take(key);
    if (!entry) return;
    entry.bytes = entry.value.bytes + key.length;
    (isProtected ? this.#protected : this.#probation).set(key, entry);
    if (isProtected) this.#protectedBytes += entry.bytes;
    else this.#probationBytes += entry.bytes;
    this.#demote();
    this.#evict();
  }

  clear(): void {
    this.#probation.clear();
    this.#protected.clear();
    this.#probationBytes = 0;
    this.#protectedBytes = 0;
  }

  #take(key: string): Entry<T> | undefined {
    const onProbation = this.#probation.get(key);
    if (onProbation) {
      this.#probation.delete(key);
      this.#probationBytes -= onProbation.bytes;
      return onProbation;
    }
    const entry = this.#protected.get(key);
    if (entry) {
      this.#protected.delete(key);
      this.#protectedBytes -= entry.bytes;
    }
    return entry;
  }

  #demote(): void {
    for (const [key, entry] of this.#protected) {
      if (this.#protectedBytes <= this.maxBytes * PROTECTED_SHARE) return;
      this.#take(key);
      this.#probation.set(key, entry);
      this.#probationBytes += entry.bytes;
    }
  }

  #evict(): void {
    for (const key of this.#probation.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.#take(key);
    }
  }
}
