import "server-only";
import { contactsOf, shownFirst, standings } from "@/domain/compose";
import { citedAs, fieldOf, type SaidFields } from "@/domain/fields";
import { formalityOf } from "@/domain/formality";
import { inKeyOrder, publishedFields } from "@/domain/published/fields";
import {
  publicOrganisationSummary,
  publishedDetails,
  type PublicOrganisationSummary,
  type PublicPartner,
  type PublishedDetails,
} from "@/domain/published/organisation";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { PublicCitation } from "@/domain/published/statement";
import type { PublicZone } from "@/domain/published/zone";
import type { PartnerClassTerm } from "@/domain/terms";
import { ZONE_LEVELS, type BudgetTier, type Typology, type VerificationMeans } from "@/domain/vocabularies";
import type { KeptStatement } from "../change/statements";
import type { Db } from "../client";
import type { AnchorOf } from "../source/anchors";

/** What a record of the directory has that is not said of it. */
export type PublicRow = {
  id: number;
  slug: string;
  updatedAt: Date;
  verifiedAt: Date | null;
  verifiedHow: VerificationMeans | null;
  changedSince: boolean;
  correctedOn: string | null;
};

type NamedZone = PublicZone & { path: string };

/** The records that statements name: zones by code, public organisations by slug; and where they stand in their sources. */
export type References = { zones: ReadonlyMap<string, NamedZone>; organisations: ReadonlyMap<string, OrganisationLink>; anchorOf: AnchorOf };

/** @param said of any number of organisations */
export async function readReferences(db: Db, said: readonly KeptStatement[], anchorOf: AnchorOf): Promise<References> {
  const valuesOf = (shape: "zone" | "organisation") => [...new Set(said.flatMap(({ field, value }) => (fieldOf(field).shape === shape ? [value] : [])))];
  const zones = await db.$queryRaw<NamedZone[]>`SELECT "code", "slug", "name", "level", "path" FROM "Zone" WHERE "code" = ANY (${valuesOf("zone")}::text[])`;
  const organisations = await db.$queryRaw<OrganisationLink[]>`
    SELECT "slug", "name", "acronym" FROM "Organisation"
    WHERE "slug" = ANY (${valuesOf("organisation")}::text[]) AND "visibility" = 'public' AND "publishedAt" IS NOT NULL`;
  return {
    zones: new Map(zones.map((zone) => [zone.code, zone])),
    organisations: new Map(organisations.map((row) => [row.slug, row])),
    anchorOf,
  };
}

/** Of what year the information is: that of the youngest document that speaks of it; of what no document says, of the youngest correction. */
function informationYear(said: readonly KeptStatement[]): number | null {
  const years = (days: readonly (string | null)[]) => days.flatMap((day) => (day ? Number(day.slice(0, 4)) : []));
  const published = years(said.filter(({ saidOn }) => saidOn === null).map(({ sourcePublishedOn }) => sourcePublishedOn));
  const known = published.length > 0 ? published : years(said.map(({ saidOn }) => saidOn));
  return known.length > 0 ? Math.max(...known) : null;
}

/** Since when it is what `life` says: as staff wrote it, or as the statement itself tells. Of several that say the same, the first shown that tells it. */
function lifeSinceOf(said: readonly KeptStatement[], { life, life_since: written }: SaidFields): string | null {
  const dated = said.filter(({ field, value, since }) => field === "life" && value === life && since !== null);
  return written ?? dated.sort(shownFirst)[0]?.since ?? null;
}

const byName = new Intl.Collator("fr");

/**
 * A row of a list.
 * @param fields the fields composed of `said`
 * @param typologyBudgets a tier that is said of the typology is given with that basis
 */
export function summaryOf(
  { slug, updatedAt, verifiedAt, verifiedHow, changedSince, correctedOn }: PublicRow,
  said: readonly KeptStatement[],
  fields: SaidFields,
  typologyBudgets: ReadonlyMap<Typology, BudgetTier>,
  references: References,
): PublicOrganisationSummary {
  const ownBudget = said.find(({ field, value }) => field === "budget_tier" && value === fields.budget_tier);
  const typologyTier = fields.typology ? typologyBudgets.get(fields.typology) : undefined;
  const zones = fields.zones
    .map((code) => references.zones.get(code)!)
    .sort((a, b) => ZONE_LEVELS.indexOf(a.level) - ZONE_LEVELS.indexOf(b.level) || byName.compare(a.name, b.name));
  return inKeyOrder(publicOrganisationSummary, {
    ...publishedFields(fields),
    lifeSince: lifeSinceOf(said, fields),
    slug,
    formality: formalityOf(fields.legal_status),
    budgetTier: ownBudget ? { value: ownBudget.value as BudgetTier, basis: ownBudget.basis } : typologyTier ? { value: typologyTier, basis: "typology" } : null,
    zones: zones.map(({ code, slug: zone, name, level }) => ({ code, slug: zone, name, level })),
    countries: [...new Set(zones.map(({ path }) => path.split("/")[0]!))].sort(),
    informationYear: informationYear(said),
    correctedOn,
    updatedAt: updatedAt.toISOString(),
    verifiedAt: verifiedAt?.toISOString() ?? null,
    verification: verifiedAt && { on: verifiedAt.toISOString().slice(0, 10), how: verifiedHow, changedSince },
  });
}

/** Everything else that its own statements say. What names an organisation that the public may not see is left out. */
export function detailsOf(said: readonly KeptStatement[], fields: SaidFields, { organisations, anchorOf }: References): PublishedDetails {
  const links = (slugs: readonly string[]) =>
    [...new Set(slugs)].flatMap((slug) => organisations.get(slug) ?? []).sort((a, b) => byName.compare(a.name, b.name));
  return inKeyOrder(publishedDetails, {
    ...publishedFields(fields),
    contacts: contactsOf(said).map(({ channel, raw, usable, state }) => ({ channel, raw, value: usable, state })),
    partners: partnersOf(said, organisations),
    networks: links(fields.networks),
    partOf: links(fields.part_of),
    citations: citationsOf(said, organisations, anchorOf),
  });
}

/** Partners and classes of partners in the order in which they are said, each once. */
function partnersOf(said: readonly KeptStatement[], organisations: References["organisations"]): PublicPartner[] {
  const partners = new Map<string, PublicPartner>();
  for (const { field, value } of said) {
    if (citedAs(field) !== "partners") continue;
    const organisation = organisations.get(value);
    if (field === "partner_classes") partners.set(value, { partnerClass: value as PartnerClassTerm });
    else if (organisation) partners.set(value, { organisation });
  }
  return [...partners.values()];
}

function citationsOf(said: readonly KeptStatement[], organisations: References["organisations"], anchorOf: AnchorOf): PublicCitation[] {
  const stand = standings(said);
  return said.flatMap((statement, index) => {
    const { field, value, contact, cited } = statement;
    const { shape, completes } = fieldOf(field);
    if (!cited || (shape === "organisation" && !organisations.has(value))) return [];
    return {
      field: citedAs(field),
      // A description is the directory's own wording: the citation gives the words on which it rests.
      value: contact ? contact.usable : shape === "translated" || completes ? null : value,
      text: contact ? contact.raw : completes ? value : statement.words,
      basis: statement.basis,
      source: statement.source,
      sourceTitle: statement.sourceTitle,
      sourcePublishedOn: statement.sourcePublishedOn,
      table: statement.place,
      lineStart: statement.lineStart,
      lineEnd: statement.lineEnd,
      anchor: anchorOf(statement),
      since: statement.since,
      until: statement.until,
      saidOn: statement.saidOn,
      correctedOn: statement.correctedOn,
      ...stand[index]!,
    };
  });
}
