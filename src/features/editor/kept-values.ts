import type { EditableOrganisation, ReferenceNames } from "@/data/editing/edit-form";
import { EDIT_NAMES } from "@/domain/fields";
import { CORRECTION_SOURCE, type OrganisationFields } from "@/domain/organisation-input";
import { referenceLine } from "@/domain/reference-line";
import type { Values } from "./form-spec";

/** How the form writes zones and organisations: with their names, for a person to read. */
export function referenceLines({ zones, organisations }: ReferenceNames) {
  const zoneLines = new Map(zones.map((zone) => [zone.code, referenceLine(zone.name, zone.slug)]));
  const organisationLines = new Map(organisations.map(({ slug, name, acronym }) => [slug, referenceLine(acronym ? `${name} (${acronym})` : name, slug)]));
  return { zone: (code: string) => zoneLines.get(code) ?? code, organisation: (slug: string) => organisationLines.get(slug) ?? slug };
}

/** The kept values as the form shows them. */
export function valuesOfFields(fields: OrganisationFields, names: ReferenceNames): Values {
  const lines = referenceLines(names);
  const values: Values = { visibility: [fields.visibility] };
  for (const { name, field } of EDIT_NAMES) {
    const value = fields[name];
    if (field.shape === "contact") continue;
    if (!Array.isArray(value)) values[name] = value === null ? [] : [String(value)];
    else if (field.shape === "zone" || field.shape === "organisation") values[name] = (value as string[]).map(lines[field.shape]);
    else values[name] = [...(value as string[])];
  }
  return {
    ...values,
    contact_channel: fields.contacts.map(({ channel }) => channel),
    contact_raw: fields.contacts.map(({ raw }) => raw),
    contact_state: fields.contacts.map(({ state }) => state),
  };
}

/** Where the last values came from: whoever saves section after section says it once. */
export type LastOrigin = { basis?: string; source?: string };

/** The origin proposed at first: that of the last save, else today and a correction; the ground is for the person to say. */
const newProvenance = (today: Date, { basis = "", source = CORRECTION_SOURCE }: LastOrigin = {}): Values => ({
  basis: [basis],
  source: [source],
  said_on: [today.toISOString().slice(0, 10)],
});

export function valuesOfOrganisation({ fields, restricted, version }: EditableOrganisation, names: ReferenceNames, today: Date, last?: LastOrigin): Values {
  return {
    ...valuesOfFields(fields, names),
    restricted_id: restricted.map(({ id }) => String(id)),
    restricted_field: restricted.map(({ field }) => field),
    restricted_visibility: restricted.map(({ visibility }) => visibility),
    restricted_text: restricted.map(({ text }) => text),
    version: [String(version)],
    ...newProvenance(today, last),
  };
}

export function valuesOfNewOrganisation(today: Date): Values {
  return { kind: ["cso"], visibility: ["public"], ...newProvenance(today) };
}
