import { agreements, BASIS_ORDER, channelIsContested } from "@/domain/citations";
import {
  CITED_FIELDS,
  PARTNER_CLASSES,
  type CitedField,
  type LegalStatus,
  type NetworkScope,
  type OrganisationKind,
  type Perimeter,
  type PerimeterScale,
  type Typology,
} from "@/domain/vocabularies";
import { collectSaid, type Said, type SeedContact } from "./said";
import type { SeedRows } from "./tables";

/** The document that the tables of `seed-data/` transcribe. */
export const MAPPING = "cartographie-osc-mali-2022";

export type SeedCitation = Pick<Said, "field" | "value" | "text" | "basis" | "place"> & {
  lineStart: number | null;
  lineEnd: number | null;
  source: string;
  agrees: boolean;
};

/**
 * An organisation as the files give it: values, and the citations they rest on. Budgets, problems,
 * added values and needs are not here: the document says them of typologies, or of all together.
 */
export type SeedOrganisation = {
  slug: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  typology: Typology | null;
  perimeter: Perimeter | null;
  perimeterScale: PerimeterScale | null;
  legalStatus: LegalStatus | null;
  networkScope: NetworkScope | null;
  memberCount: number | null;
  memberNote: string | null;
  foundedYear: number | null;
  interviewed: boolean | null;
  descriptionFr: string | null;
  descriptionEn: string | null;
  aliases: string[];
  contacts: SeedContact[];
  /** Zone codes. */
  zones: string[];
  themes: string[];
  /** Slugs of organisations and classes of actors. */
  partners: string[];
  /** Slugs. */
  networks: string[];
  citations: SeedCitation[];
};

/** Every organisation of the files; a value is there only because a citation says it. */
export function gatherOrganisations(rows: SeedRows): SeedOrganisation[] {
  const said = collectSaid(rows);
  return rows.organisations.map((row) => settle(row, said.get(row.slug)!));
}

function settle({ slug, name, acronym, kind }: SeedRows["organisations"][number], said: Said[]): SeedOrganisation {
  /** What is shown of a field with one value: the strongest basis, then the first place. */
  const chosen = (field: CitedField): Said | undefined =>
    said.filter((item) => item.field === field).sort((a, b) => BASIS_ORDER.indexOf(a.basis) - BASIS_ORDER.indexOf(b.basis))[0];
  const single = <Value extends string>(field: CitedField) => (chosen(field)?.value ?? null) as Value | null;
  const all = (field: CitedField) => [...new Set(said.flatMap((item) => (item.field === field && item.value !== null ? [item.value] : [])))];
  const number = (field: CitedField) => (single(field) === null ? null : Number(single(field)));
  const description = chosen("description")?.description;
  const contacts = said.flatMap((item) => (item.contact ? [item.contact] : []));

  return {
    slug,
    name,
    acronym,
    kind,
    typology: single<Typology>("typology"),
    perimeter: single<Perimeter>("perimeter"),
    perimeterScale: chosen("perimeter")?.scale ?? null,
    legalStatus: single<LegalStatus>("legal_status"),
    networkScope: single<NetworkScope>("network_scope"),
    memberCount: number("member_count"),
    memberNote: chosen("member_count")?.note ?? null,
    foundedYear: number("founded_year"),
    interviewed: chosen("interviewed") ? single("interviewed") === "true" : null,
    descriptionFr: description?.fr ?? null,
    descriptionEn: description?.en ?? null,
    aliases: all("alias"),
    contacts: contacts.filter((contact, index) => contacts.findIndex((other) => other.channel === contact.channel && other.raw === contact.raw) === index),
    zones: all("zones"),
    themes: all("themes"),
    partners: all("partners"),
    networks: all("networks"),
    citations: cite(said, (field) => single(field)),
  };
}

export const isPartnerClass = (partner: string) => (PARTNER_CLASSES as readonly string[]).includes(partner);

function cite(said: Said[], shown: (field: CitedField) => string | null): SeedCitation[] {
  const contacts = said.flatMap((item) => item.contact ?? []);
  const agree = agreements(
    said.map((item) => ({ field: item.field, value: item.value, place: item.place ?? "" })),
    Object.fromEntries(said.map((item) => [item.field, shown(item.field)])),
  );
  return said
    .map((item, index) => ({
      field: item.field,
      value: item.value,
      text: item.text,
      basis: item.basis,
      place: item.place,
      lineStart: item.lineStart,
      lineEnd: item.lineEnd,
      source: MAPPING,
      agrees: agree[index]! && !(item.contact && channelIsContested(item.contact.channel, contacts)),
    }))
    .sort((a, b) => CITED_FIELDS.indexOf(a.field) - CITED_FIELDS.indexOf(b.field));
}
