import "server-only";
import { networkOf } from "@/lib/http/network";
import { isRefusal, limitKey, rateLimiter } from "../rate-limiter";

/** Proposals of one address, behind which a whole office may be, and of all the world. */
export const PROPOSAL_RATES = { address: { points: 10, duration: 60 * 60 }, everybody: { points: 300, duration: 24 * 60 * 60 } } as const;

/** Counts a proposal. @returns whether there is room for it */
export async function hasRoom(address: string): Promise<boolean> {
  try {
    await rateLimiter("proposal-address", PROPOSAL_RATES.address).consume(limitKey(networkOf(address)));
    await rateLimiter("proposal-everybody", PROPOSAL_RATES.everybody).consume("all");
    return true;
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
    return false;
  }
}
