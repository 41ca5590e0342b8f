import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "@/lib/http/network";
import { database } from "../client";

/** Proposals in a window of so many seconds: of one address, behind which a whole office may be, and of all the world. */
export const PROPOSAL_RATES = { address: { points: 10, duration: 60 * 60 }, everybody: { points: 300, duration: 24 * 60 * 60 } } as const;

const limiter = (name: keyof typeof PROPOSAL_RATES) =>
  new RateLimiterPrisma({ storeClient: database(), tableName: "signInLimit", keyPrefix: `proposal-${name}`, ...PROPOSAL_RATES[name] });

/** Counts a proposal. @returns whether there is room for it */
export async function hasRoom(address: string): Promise<boolean> {
  const place = createHash("sha256").update(networkOf(address)).digest("base64url");
  try {
    await limiter("address").consume(place);
    await limiter("everybody").consume("all");
    return true;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return false;
  }
}
