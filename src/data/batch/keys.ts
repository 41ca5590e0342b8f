import "server-only";
import { fold } from "@/domain/fold";
import type { Db } from "../client";
import type { Batch } from "./staging";

/** Remembers by which key the source of a file knows each entry. */
export async function rememberKeys(
  tx: Db,
  { heads, mapping }: Batch,
  sourceId: number,
  changeSetId: number,
  keys: readonly { key: string; organisationId: number }[],
): Promise<void> {
  const index = mapping.indexOf("key");
  if (index < 0 || keys.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "ImportKey" ("sourceId", "column", "key", "organisationId", "changeSetId")
    SELECT ${sourceId}, ${fold(heads[index]!)}, "key", "organisationId", ${changeSetId} FROM json_populate_recordset(null::"ImportKey", ${JSON.stringify(keys)}::json)
    ON CONFLICT ("sourceId", "column", "key") DO UPDATE SET "organisationId" = excluded."organisationId", "changeSetId" = excluded."changeSetId"`;
}
