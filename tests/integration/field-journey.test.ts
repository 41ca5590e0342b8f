import { readRoute } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { citableSources, findEditable, referenceNames } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { citedAs, EDIT_NAMES, FIELDS, groupOf, type Field } from "@/domain/fields";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { valuesOfOrganisation } from "@/features/editor/kept-values";
import { formSpec } from "@/features/editor/spec";
import { inputOfValues, valuesOfForm } from "@/features/editor/values";
import { fieldLabel, labelsOfField } from "@/i18n/field-label";
import { emptyDatabase } from "../support/cartography";
import { makeActor, makeZones, organisationInput } from "../support/factories";

/** Every field of the table goes the whole way: what a person writes in the form is stated, shown, given to programs, told in the history and undone. */

let actor: Actor;
let zone: string;
let other: string;

beforeAll(async () => {
  await emptyDatabase();
  actor = await makeActor();
  zone = (await makeZones()).region.code;
  other = await published({ name: "Essai Autre", kind: "network" });
});

async function published(fields: Record<string, unknown>): Promise<string> {
  const result = await saveOrganisation(actor, null, organisationInput(fields));
  if (!result.ok) throw new Error(JSON.stringify(result));
  await setPublished(actor, result.slug, true);
  return result.slug;
}

type Sample = {
  /** Controls of the form, with what is written there. */
  controls: Record<string, string[]>;
  /** The value as the record, the history and a citation give it. */
  value: unknown;
  /** What a reader of the profile sees of it. */
  seen: string;
};

/** A value of each shape that no other field has. */
function sampleOf(name: string, { shape, many, codes, ...field }: Field & { codes?: readonly string[]; time?: true }): Sample {
  const write = (value: unknown, seen = String(value), typed = String(value)): Sample => ({
    controls: { [name]: [typed] },
    value: many ? [value] : value,
    seen,
  });
  switch (shape) {
    case "code": {
      const code = codes!.at(-1)!;
      return write(code, labelsOfField("fr", name)[code]);
    }
    case "number": {
      const number = "min" in field && field.min > 1000 ? 1987 : 321;
      return write(number);
    }
    case "flag":
      return write(true, fieldLabel("fr", name), "true");
    case "zone":
      return write(zone, "Essai Region");
    case "organisation":
      return write(other, "Essai Autre");
    case "contact":
      return {
        controls: { contact_channel: ["email"], contact_raw: ["journey@essai.example"], contact_state: ["ok"] },
        value: [{ channel: "email", raw: "journey@essai.example", state: "ok" }],
        seen: "journey@essai.example",
      };
    default:
      if (field.time) return write("2019-03", "mars 2019");
      return write(`Essai de ${name}`);
  }
}

/** A field that only goes with another needs that one. */
const NEEDED: Record<string, Record<string, string[]>> = {
  perimeter_scale: { perimeter: ["local"] },
  member_note: { member_count: ["3"] },
  life_since: { life: ["dormant"] },
};

/** Where the published record holds a field that has a form of its own there. */
const HELD: Record<string, (record: PublicOrganisation) => unknown> = {
  budget_tier: ({ budgetTier }) => budgetTier?.value ?? null,
  zones: ({ zones }) => zones.map(({ code }) => code),
  contacts: ({ contacts }) => contacts.map(({ channel, raw, state }) => ({ channel, raw, state })),
  partners: ({ partners }) => partners.flatMap((partner) => ("organisation" in partner ? partner.organisation.slug : [])),
  partner_classes: ({ partners }) => partners.flatMap((partner) => ("partnerClass" in partner ? partner.partnerClass : [])),
  networks: ({ networks }) => networks.map(({ slug }) => slug),
  part_of: ({ partOf }) => partOf.map(({ slug }) => slug),
};

/** The form as a browser sends it. */
function submitted(values: Record<string, string[]>) {
  const form = new FormData();
  for (const [name, given] of Object.entries(values)) for (const value of given) form.append(name, value);
  return inputOfValues(valuesOfForm(form));
}

describe.each(EDIT_NAMES.map(({ name, ...rest }) => [name, rest] as const))("the field %s", (name, { code, field, language }) => {
  let sample: Sample;
  let slug: string;
  let record: PublicOrganisation;

  beforeAll(async () => {
    sample = sampleOf(name, field);
    slug = await published({ name: `Essai ${name}` });
    const opened = (await findEditable(actor, slug))!;
    const names = await referenceNames(actor, [opened.fields]);
    const values = { ...valuesOfOrganisation(opened, names, new Date()), basis: ["verified"], ...NEEDED[name], ...sample.controls };
    expect(await saveOrganisation(actor, slug, submitted(values))).toMatchObject({ ok: true, changed: true });
    record = JSON.parse(await readRoute("/api/v1/organisations/[slug]", `/api/v1/organisations/${slug}`)) as PublicOrganisation;
  });

  it("has a control in the form, with a label", async () => {
    const { sections } = formSpec("fr", actor, await citableSources(actor));
    const controls = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "control" ? [block.control.name] : [block.name])));
    expect(controls).toContain(name);
    expect(fieldLabel("fr", name)).not.toBe(name);
    expect(fieldLabel("en", name)).not.toBe(name);
  });

  it("is stated, with who says it", async () => {
    const rows = await database().statement.findMany({
      where: { organisation: { slug }, field: code, ...(language ? { language } : {}), withdrawnById: null, madeBy: { action: "updated" } },
      include: { source: true, madeBy: true },
    });
    expect(rows).toMatchObject([{ basis: "verified", source: { slug: "correction-consortium" }, madeBy: { actorName: actor.name, state: "accepted" } }]);
  });

  it("is in the record of the API", () => {
    const own = (FIELDS[code] as Field).published;
    const held = own === null ? HELD[code]!(record) : (record as unknown as Record<string, unknown>)[own];
    expect(language ? (held as Record<string, unknown>)[language] : held).toEqual(sample.value);
  });

  it("is cited", () => {
    expect(record.citations.filter(({ saidOn, field: cited }) => saidOn !== null && cited === citedAs(code)).length).toBeGreaterThan(0);
  });

  it("is on the profile", async () => {
    const html = await readRoute("/[locale]/organisations/[slug]", `/fr/organisations/${slug}`);
    const text = html.replace(/&#x27;/g, "'").toLowerCase();
    expect(text).toContain(language === "en" ? "essai" : sample.seen.toLowerCase());
  });

  it("is in the file, when the table gives it a column", async () => {
    const column = (FIELDS[code] as Field).column;
    const [head = "", ...lines] = (
      await readRoute("/api/v1/organisations.csv", `/api/v1/organisations.csv?${ORGANISATION_KINDS.map((kind) => `kind=${kind}`).join("&")}`)
    )
      .trim()
      .split("\r\n");
    const index = head
      .replace("\ufeff", "")
      .split(",")
      .indexOf(column ?? "");
    const line = lines.find((candidate) => candidate.startsWith(`${slug},`))!;
    expect(column === undefined || line.split(",")[index]).toBe(column === undefined || String([sample.value].flat()[0]));
  });

  it("is told in the history, and undone by it", async () => {
    const [last] = (await historyOf(actor, slug, 1))!.entries;
    expect(last).toMatchObject({
      action: "updated",
      who: actor.name,
      fields: expect.arrayContaining([expect.objectContaining({ field: name, after: sample.value })]),
    });
    const before = last!.fields.find(({ field: changed }) => changed === name)!.before;
    expect(await undoChangeSet(actor, last!.id)).toEqual({ ok: true, kept: [] });
    expect((await findEditable(actor, slug))!.fields[name]).toEqual(before);
    const [undoing, undone] = (await historyOf(actor, slug, 1))!.entries;
    expect([undoing!.action, undone!.state]).toEqual(["reverted", "undone"]);
  });

  it("stands when a later change touched it", async () => {
    const change = async (controls: Record<string, string[]>) => {
      const opened = (await findEditable(actor, slug))!;
      const names = await referenceNames(actor, [opened.fields]);
      await saveOrganisation(actor, slug, submitted({ ...valuesOfOrganisation(opened, names, new Date()), basis: ["verified"], ...NEEDED[name], ...controls }));
      return (await historyOf(actor, slug, 1))!.entries[0]!.id;
    };
    const also: Record<string, string[]> = groupOf(name) === "acronym" ? { alias: ["Essai second"] } : { acronym: ["ESSAI"] };
    const first = await change({ ...sample.controls, ...also });
    await change(
      field.required ? { [name]: name === "kind" ? ["cso"] : ["Essai encore"] } : Object.fromEntries(Object.keys(sample.controls).map((key) => [key, []])),
    );
    expect(await undoChangeSet(actor, first)).toMatchObject({ ok: true, kept: expect.arrayContaining([name]) });
    const { fields } = (await findEditable(actor, slug))!;
    expect(fields[name]).not.toEqual(sample.value);
    expect(groupOf(name) === "acronym" ? fields.alias : fields.acronym).toEqual(groupOf(name) === "acronym" ? [] : null);
  });
});
