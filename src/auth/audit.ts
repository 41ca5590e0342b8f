import { headers } from "next/headers";
import { appendEvent } from "@/data/audit/events";
import { listAccounts } from "@/data/user/accounts";
import type { Actor } from "@/domain/actor";
import type { EventKind } from "@/domain/audit";
import { addressClass } from "@/lib/http/address-class";
import { logger } from "@/lib/logger";
import { accountDigest } from "./known-browser";
import { addressOf } from "./request";

/** Keeps what somebody did for administrators to read. A database that cannot keep it stops nobody: the log has it. */
export async function keepEvent(kind: EventKind, email: string, address: string, detail: string | null = null): Promise<void> {
  await appendEvent({ kind, account: accountDigest(email), network: addressClass(address), detail }).catch((err: unknown) =>
    logger.error({ err, event: "audit_not_kept", kind }),
  );
}

/** Notes that a person of staff took a file that the public has not. @param what which one: "audit", "organisations" */
export async function noteExport(actor: Actor, what: string): Promise<void> {
  const address = addressOf(await headers());
  logger.info({ event: "exported", user: actor.id, what });
  await keepEvent("exported", actor.email, address, what);
}

/** The accounts, each with the digest by which events name it. */
export async function accountsByDigest(): Promise<{ id: number; name: string; account: string }[]> {
  return (await listAccounts()).map(({ id, name, email }) => ({ id, name, account: accountDigest(email) }));
}
