import "server-only";
import type { PublicTypologyStatement } from "@/domain/published/statement";
import { TYPOLOGIES, type BudgetTier, type Typology } from "@/domain/vocabularies";
import { besideEntries } from "../at-revision";
import type { Db } from "../client";
import { read } from "../read";
import { readAnchors } from "../source/anchors";

/** The budget tier that the documents give to each typology, first statement first. */
export async function budgetOfTypologies(db: Db): Promise<Map<Typology, BudgetTier>> {
  const rows = await db.statement.findMany({
    where: { typology: { not: null }, field: "budget_tier", code: { not: null }, withdrawnById: null },
    orderBy: { position: "desc" },
    select: { typology: true, code: true },
  });
  return new Map(rows.map((row) => [row.typology!, row.code as BudgetTier]));
}

/** What the documents say of typologies, in their order. The English of a statement goes with it and is not cited by itself. */
async function readStatements(db: Db): Promise<Map<Typology, PublicTypologyStatement[]>> {
  const said = await db.$queryRaw<Omit<PublicTypologyStatement, "anchor">[]>`
    SELECT s."typology", s."field", s."code", coalesce(s."text", s."words") AS text, translated."text" AS "textEn", d."slug" AS source, d."title" AS "sourceTitle",
      s."place" AS "table", s."lineStart", s."lineEnd"
    FROM "Statement" s JOIN "Source" d ON d."id" = s."sourceId"
    LEFT JOIN "Statement" translated ON translated."typology" = s."typology" AND translated."field" = s."field" AND translated."position" = s."position"
      AND translated."sourceId" = s."sourceId" AND translated."language" = 'en' AND NOT translated."cited" AND translated."withdrawnById" IS NULL
    WHERE s."typology" IS NOT NULL AND s."cited" AND s."withdrawnById" IS NULL
    ORDER BY s."typology", s."field", s."position"`;
  const anchorOf = await readAnchors(db);
  const rows = said.map((statement) => ({ ...statement, anchor: anchorOf({ ...statement, place: statement.table }) }));
  return new Map(TYPOLOGIES.map((typology) => [typology, rows.filter((row) => row.typology === typology)]));
}

const present = besideEntries(() => read(readStatements));

export async function statementsOfTypologies(typologies: readonly Typology[]): Promise<PublicTypologyStatement[]> {
  const statements = await present();
  return TYPOLOGIES.filter((typology) => typologies.includes(typology)).flatMap((typology) => statements.get(typology)!);
}
