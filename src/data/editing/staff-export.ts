import "server-only";
import type { Actor } from "@/domain/actor";
import { ORGANISATION_NAMES } from "@/domain/fields";
import type { OrganisationFields } from "@/domain/organisation-input";
import type { ContactChannel, Visibility } from "@/domain/vocabularies";
import { saidOf } from "../change/statements";
import { database } from "../client";
import { keptFields } from "./kept-fields";
import { seenBy } from "./seen";
import { unseenAmong, withoutUnseen } from "./unseen";

export type RestrictedLine = { field: string; channel: ContactChannel | null; text: string; visibility: Visibility };
export type ExportedEntry = {
  slug: string;
  version: number;
  publishedAt: Date | null;
  updatedAt: Date;
  verifiedAt: Date | null;
  fields: OrganisationFields;
  /** What does not leave the consortium, as far as this person may see it. */
  restricted: RestrictedLine[];
};

const AT_ONCE = 500;

/** Entries as staff edit them, some hundreds at a time. @param ids as `idsForStaff` gives them: those that this person may see */
export async function* exportedEntries(actor: Actor, ids: readonly number[]): AsyncGenerator<ExportedEntry[]> {
  const db = database();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE);
    const [rows, said, hidden] = await Promise.all([
      db.organisation.findMany({
        where: { id: { in: part }, ...seenBy(actor) },
        select: { id: true, slug: true, version: true, visibility: true, publishedAt: true, updatedAt: true, verifiedAt: true },
      }),
      saidOf(db, part),
      db.restrictedStatement.findMany({
        where: { organisationId: { in: part }, withdrawnById: null, ...seenBy(actor) },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      }),
    ]);
    const fields = new Map(rows.map(({ id, visibility }) => [id, keptFields(said.get(id)!, visibility)]));
    const named = Object.fromEntries(ORGANISATION_NAMES.map((name) => [name, [...fields.values()].flatMap((own) => own[name])]));
    const unseen = await unseenAmong(actor, db, named as Parameters<typeof unseenAmong>[2]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield part.flatMap((id) => {
      const row = byId.get(id);
      if (!row) return [];
      const restricted = hidden.flatMap((value) =>
        value.organisationId === id ? [{ field: value.field, channel: value.channel, text: value.text ?? value.raw ?? "", visibility: value.visibility }] : [],
      );
      return [{ ...row, fields: withoutUnseen(fields.get(id)!, unseen), restricted }];
    });
  }
}
