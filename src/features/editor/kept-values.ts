import type { EditableOrganisation, FormChoices } from "@/data/editing/edit-form";
import { CORRECTION_SOURCE, type OrganisationFields } from "@/domain/organisation-input";
import { referenceLine } from "@/domain/reference-line";
import type { Values } from "./form-spec";
import { CHOICE_CONTROLS, SINGLE_CONTROLS } from "./values";

/** How the form writes zones and organisations: with their names, for a person to read. */
export function referenceLines({ zones, organisations }: FormChoices) {
  const zoneLines = new Map(zones.map((zone) => [zone.code, referenceLine(zone.name, zone.slug)]));
  const organisationLines = new Map(organisations.map(({ slug, name, acronym }) => [slug, referenceLine(acronym ? `${name} (${acronym})` : name, slug)]));
  return { zone: (code: string) => zoneLines.get(code) ?? code, organisation: (slug: string) => organisationLines.get(slug) ?? slug };
}

/** The kept values as the form shows them. */
export function valuesOfFields(fields: OrganisationFields, choices: FormChoices): Values {
  const lines = referenceLines(choices);
  const single = SINGLE_CONTROLS.map((name) => [name, fields[name] === null ? [] : [String(fields[name])]] as const);
  return {
    ...Object.fromEntries(single),
    ...Object.fromEntries(CHOICE_CONTROLS.map((name) => [name, [...fields[name]]])),
    alias: fields.alias,
    zones: fields.zones.map(lines.zone),
    partners: fields.partners.map(lines.organisation),
    networks: fields.networks.map(lines.organisation),
    problems: fields.problems,
    added_values: fields.added_values,
    contact_channel: fields.contacts.map(({ channel }) => channel),
    contact_raw: fields.contacts.map(({ raw }) => raw),
    contact_state: fields.contacts.map(({ state }) => state),
  };
}

/** The origin proposed at first: today, and a correction; the ground is for the person to say. */
const newProvenance = (today: Date): Values => ({ source: [CORRECTION_SOURCE], said_on: [today.toISOString().slice(0, 10)] });

export function valuesOfOrganisation({ fields, restricted, version }: EditableOrganisation, choices: FormChoices, today: Date): Values {
  return {
    ...valuesOfFields(fields, choices),
    restricted_id: restricted.map(({ id }) => String(id)),
    restricted_field: restricted.map(({ field }) => field),
    restricted_visibility: restricted.map(({ visibility }) => visibility),
    restricted_text: restricted.map(({ text }) => text),
    version: [String(version)],
    ...newProvenance(today),
  };
}

export function valuesOfNewOrganisation(today: Date): Values {
  return { kind: ["cso"], visibility: ["public"], ...newProvenance(today) };
}
