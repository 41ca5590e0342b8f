import type { Holder } from "./rights";
import { VISIBILITIES, type UserRole, type Visibility } from "./vocabularies";

declare const minted: unique symbol;

/**
 * A person of staff who may act now: their session is known to the database, has not ended, and
 * their account is open. The mark is not exported, so that no code can build one by writing it
 * down: `src/auth` alone makes actors, and a test holds it to that.
 */
export type Actor = Readonly<Holder> & {
  readonly [minted]: true;
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  /** Whether an administrator granted them what is confidential. */
  readonly seesConfidential: boolean;
};

/** What this person may see, of entries and of restricted values: the confidential only as an administrator, or when it was granted. */
export function visibilitiesSeenBy({ role, seesConfidential }: Pick<Actor, "role" | "seesConfidential">): readonly Visibility[] {
  return VISIBILITIES.filter((visibility) => visibility !== "confidential" || role === "admin" || seesConfidential);
}
