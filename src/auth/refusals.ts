import { headers } from "next/headers";
import type { Actor } from "@/domain/actor";
import { logger } from "@/lib/logger";
import { keepEvent } from "./audit";
import { accountDigest } from "./known-browser";
import { addressOf } from "./request";

/** Notes in the log and the audit trail that a person of staff asked for what they may not do. @param wanted what it was: "accounts", "edit" */
export async function noteRefusal(actor: Actor, wanted: string): Promise<void> {
  const address = addressOf(await headers());
  logger.warn({ event: "permission_refused", account: accountDigest(actor.email), address, wanted });
  await keepEvent("refused", actor.email, address, wanted);
}
