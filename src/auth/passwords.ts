import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { BoundedQueue } from "@/lib/bounded-queue";

/** Argon2id (the library's default) with the memory and time that OWASP gives for a web server: about 50 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Lengths of a password in characters. The upper one bounds the work of hashing. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

// Without the letters and digits that are confused when read aloud or on paper.
const ONE_TIME_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** One at a time: each takes a core for some 50 ms and 19 MB, which pages need too. */
const checks = new BoundedQueue({ running: 1, slowMs: 5000, waiting: 50, longestWaitMs: 5000 });

let dummy: Promise<string> | null = null;

/**
 * Tells whether a password is the one of this hash. Without a hash (nobody has this e-mail) the
 * same work is done on a dummy, so that the time of the answer does not tell who has an account.
 * @param address from which it was sent: those of one address do not delay those of another
 * @throws Busy when too many others wait
 */
export async function passwordMatches(passwordHash: string | null, password: string, address: string): Promise<boolean> {
  dummy ??= hashPassword(oneTimePassword());
  const known = passwordHash ?? (await dummy);
  const matches = await checks.run(address, () => verify(known, password.slice(0, PASSWORD_LENGTH.max)));
  return passwordHash !== null && matches;
}

/** A random password to be changed at first sign-in: 5 groups of 5, about 123 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ONE_TIME_ALPHABET[randomInt(ONE_TIME_ALPHABET.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}
