import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import type { InputProblem, Provenance, RestrictedField, RestrictedInput } from "@/domain/organisation-input";
import type { ContactChannel } from "@/domain/vocabularies";
import type { NewRestrictedStatement, StatementValue } from "../change/statements";
import type { Db } from "../client";
import { contactValue } from "./contact-value";
import { seenBy } from "./seen";

export type RestrictedEntry = RestrictedInput & { id: number };

/** The values that do not leave the consortium, for staff only: those that this person may see. */
export async function restrictedValuesOf(actor: Actor, db: Db, organisationId: number): Promise<RestrictedEntry[]> {
  const rows = await db.restrictedStatement.findMany({
    where: { organisationId, withdrawnById: null, ...seenBy(actor) },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, field, channel, text, raw, visibility }) => ({
    id,
    field: (channel ? `${field}:${channel}` : field) as RestrictedField,
    text: text ?? raw ?? "",
    visibility: visibility as RestrictedInput["visibility"],
  }));
}

export type RestrictedChange = {
  changed: boolean;
  problems: InputProblem[];
  withdrawn: number[];
  statements: (organisationId: number, provenance: Provenance & { sourceId: number }) => NewRestrictedStatement[];
};

/** A contact stays one, with what a link could use; anything else is words. */
function valueOf({ field, text }: RestrictedInput): { field: string; value: StatementValue } | { reason: InputProblem["reason"] } {
  const [name = "", channel] = field.split(":") as [string, ContactChannel | undefined];
  if (!channel) return { field: name, value: { text, language: null } };
  const usable = contactValue({ channel, raw: text, state: "ok" });
  return usable.ok ? { field: name, value: { channel, raw: text, usable: usable.value, contactState: "ok" } } : { reason: usable.reason };
}

/**
 * What makes the restricted values those of the input: missing ones are withdrawn, and a changed one is said anew. A number that is not
 * of this organisation counts as a new value, never as another's. Values that the person may not see stay as they are, and they add none. What changed is nobody's business but this table's.
 */
export async function restrictedChange(actor: Actor, tx: Db, organisationId: number | null, given: readonly RestrictedInput[]): Promise<RestrictedChange> {
  const kept = organisationId === null ? [] : await restrictedValuesOf(actor, tx, organisationId);
  const same = ({ id, field, text, visibility }: RestrictedInput) =>
    kept.some((value) => value.id === id && value.field === field && value.text === text && value.visibility === visibility);
  const standing = new Set(given.filter(same).map(({ id }) => id));
  const withdrawn = kept.filter(({ id }) => !standing.has(id)).map(({ id }) => id);
  const said = given.map((entry, index) => ({ entry, index, value: valueOf(entry) })).filter(({ entry }) => !same(entry));
  return {
    changed: withdrawn.length + said.length > 0,
    problems: said.flatMap(({ entry, index, value }): InputProblem[] => [
      ...("reason" in value ? [{ path: `restricted.${index}.text`, reason: value.reason, value: entry.text }] : []),
      ...(visibilitiesSeenBy(actor).includes(entry.visibility) ? [] : [{ path: `restricted.${index}.visibility`, reason: "unknown_value" } as const]),
    ]),
    withdrawn,
    statements: (id, { basis, place, said_on: saidOn, sourceId }) =>
      said.flatMap(({ entry, index, value }) =>
        "reason" in value
          ? []
          : {
              ...{ organisationId: id, field: value.field, ...value.value, visibility: entry.visibility, cited: true, position: index },
              ...{ basis, sourceId, place, lineStart: null, lineEnd: null, words: null, saidOn },
            },
      ),
  };
}
