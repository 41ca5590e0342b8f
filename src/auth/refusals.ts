import { headers } from "next/headers";
import type { Actor } from "@/domain/actor";
import { logger } from "@/lib/logger";
import { accountDigest } from "./known-browser";
import { addressOf } from "./request";

/** Notes in the log that a person of staff asked for what they may not do. @param wanted what it was: "accounts", "edit" */
export async function noteRefusal(actor: Actor, wanted: string): Promise<void> {
  logger.warn({ event: "permission_refused", account: accountDigest(actor.email), address: addressOf(await headers()), wanted });
}
