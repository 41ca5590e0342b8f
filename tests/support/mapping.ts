import type { MappingRows } from "@/data/sources/cartographie-osc-mali-2022/tables";
import { statementsOfOrganisations } from "@/data/sources/cartographie-osc-mali-2022/statements";
import { standings, composeFields, contactsOf, type Said } from "@/domain/compose";
import { citedAs, type CitedField, type SaidFields } from "@/domain/fields";

export type MappedOrganisation = Omit<SaidFields, "contacts"> & {
  slug: string;
  contacts: ReturnType<typeof contactsOf>;
  /** What is cited of it, in the order in which it is shown; `text` is what the document writes. */
  citations: (Omit<Said, "field"> & { field: CitedField; text: string | null; agrees: boolean; replaced: boolean })[];
};

/** The organisations of the mapping as its statements alone make them, by slug; zones in the order in which the document names them. */
export function organisationsOfMapping(rows: MappingRows): Map<string, MappedOrganisation> {
  const said = new Map<string, (Said & { words: string | null })[]>(rows.organisations.map(({ slug }) => [slug, []]));
  for (const statement of statementsOfOrganisations(rows)) {
    if (!("organisation" in statement)) throw new Error("The mapping says something of an organisation that names none.");
    const { organisation, field, language = null, contact = null, cited = true } = statement;
    const stored = { sourceOrder: 0, saidOn: null, madeBy: 1, byStaff: false, openList: false };
    said.get(organisation)!.push({ ...statement, ...stored, field: field as Said["field"], language, contact, cited });
  }
  return new Map(
    [...said].map(([slug, own]) => {
      const stand = standings(own);
      const citations = own.flatMap(({ words, ...item }, index) =>
        item.cited ? [{ ...item, field: citedAs(item.field), text: item.contact?.raw ?? words, ...stand[index]! }] : [],
      );
      const zones = [...new Set(own.flatMap(({ field, value }) => (field === "zones" ? [value] : [])))];
      return [slug, { ...composeFields(own), zones, slug, contacts: contactsOf(own), citations }];
    }),
  );
}
