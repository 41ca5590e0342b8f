import "server-only";
import { fold } from "@/domain/fold";
import type { SaidFields } from "@/domain/fields";
import type { NewRestrictedStatement, NewStatement } from "../change/statements";
import { again } from "../change/undo";
import type { Db } from "../client";
import type { RestrictedStatement, Statement } from "../generated/prisma/client";
import type { Pair } from "./moved";

/** Statements that are withdrawn of one record and said again, of the same one or of another, with who said them first. */
export type Carried = { statements: NewStatement[]; withdrawn: number[]; restricted: NewRestrictedStatement[]; restrictedWithdrawn: number[] };

/** A name or an acronym that is not the one shown is another name, in the words of the source that gives it. */
function fieldIn({ field, text }: Pick<Statement, "field" | "text">, wanted: SaidFields): string {
  if ((field !== "name" && field !== "acronym") || text === null) return field;
  return fold(wanted[field] ?? "") === fold(text) ? field : "alias";
}

type Row = Statement | RestrictedStatement;

/** A statement with the survivor in the place of the merged one; null when it would then be about itself. */
function moved<R extends Row>(row: R, { survivorId, mergedId }: Pair, offset: number, wanted: SaidFields): object | null {
  const about = row.organisationId === mergedId ? survivorId : row.organisationId;
  const value = row.valueOrganisationId === mergedId ? survivorId : row.valueOrganisationId;
  if (about !== null && about === value) return null;
  const own = row.organisationId === mergedId ? { field: fieldIn(row, wanted), position: row.position + offset } : {};
  return { ...(again(row) as object), ...own, ...(about === null ? {} : { organisationId: about }), ...(value === null ? {} : { valueOrganisationId: value }) };
}

/**
 * All that is said of the merged entry, of the survivor, and all that names the merged one, naming the survivor. Nothing is altered: what
 * was said is withdrawn and said again.
 * @param offset after the places of what is said of the survivor
 */
export async function carriedStatements(tx: Db, pair: Pair, offset: number, wanted: SaidFields): Promise<Carried & { rows: Statement[] }> {
  const { mergedId } = pair;
  const where = { withdrawnById: null, OR: [{ organisationId: mergedId }, { valueOrganisationId: mergedId }] };
  const orderBy = { id: "asc" } as const;
  const rows = await tx.statement.findMany({ where, orderBy });
  const hidden = await tx.restrictedStatement.findMany({ where, orderBy });
  return {
    rows,
    withdrawn: rows.map(({ id }) => id),
    statements: rows.flatMap((row) => (moved(row, pair, offset, wanted) as NewStatement | null) ?? []),
    restrictedWithdrawn: hidden.map(({ id }) => id),
    restricted: hidden.flatMap((row) => (moved(row, pair, offset, wanted) as NewRestrictedStatement | null) ?? []),
  };
}
