import type { UserRole } from "./vocabularies";

declare const minted: unique symbol;

/**
 * A person of staff who may act now: their session is known to the database, has not ended, and
 * their account is open. The mark is not exported, so that no code can build one by writing it
 * down: `src/auth` alone makes actors, and a test holds it to that.
 */
export type Actor = {
  readonly [minted]: true;
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
};
