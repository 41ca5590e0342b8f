import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/actor";
import { EDIT_FIELDS, parseOrganisationInput } from "@/domain/organisation-input";
import { referenceKey, referenceLine } from "@/domain/reference-line";
import { formSpec } from "@/features/editor/spec";
import { CONTROL_ORDER, controlOfPath, inputOfValues, valuesOfForm } from "@/features/editor/values";
import { afterSignIn } from "@/features/sign-in/after-sign-in";

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  const required: [string, string][] = [
    ["kind", "cso"],
    ["visibility", "public"],
    ["basis", "verified"],
    ["source", "correction-consortium"],
    ["said_on", "2024-03-15"],
  ];
  for (const [name, value] of [...required.filter(([name]) => !entries.some(([given]) => given === name)), ...entries]) data.append(name, value);
  return data;
}
const NOW = new Date("2026-11-21T12:00:00Z");
const parse = (entries: [string, string][]) => parseOrganisationInput(inputOfValues(valuesOfForm(form(entries))), NOW);
const fieldsOf = (entries: [string, string][]) => {
  const parsed = parse(entries);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.input.fields;
};
const problemsOf = (entries: [string, string][]) => {
  const parsed = parse(entries);
  return parsed.ok ? [] : parsed.problems.map(({ path, reason }) => `${controlOfPath(path)} ${reason}`);
};

describe("a submitted form", () => {
  it("takes no year that has not begun, whatever else is wrong", () => {
    const founded = (year: string, name = "Essai"): [string, string][] => [
      ["name", name],
      ["founded_year", year],
    ];
    expect(fieldsOf(founded("2026"))).toMatchObject({ founded_year: 2026 });
    expect(parse(founded("2 027"))).toEqual({ ok: false, problems: [{ path: "fields.founded_year", reason: "in_the_future", limit: 2026 }] });
    expect(problemsOf(founded("2027", ""))).toEqual(["name required", "founded_year in_the_future"]);
    expect(problemsOf(founded("1700"))).toEqual(["founded_year out_of_range"]);
    expect(problemsOf(founded("12345"))).toEqual(["founded_year out_of_range"]);
  });

  it("reads an empty control as unknown, never as a default", () => {
    const fields = fieldsOf([
      ["name", "Essai"],
      ["acronym", "  "],
      ["typology", ""],
      ["member_count", ""],
      ["interviewed", ""],
    ]);
    expect(fields).toMatchObject({ name: "Essai", acronym: null, typology: null, perimeter: null, member_count: null, interviewed: null, zones: [] });
  });

  it("reads numbers as French writes them", () => {
    expect(
      fieldsOf([
        ["name", "Essai"],
        ["member_count", "1\u202f000"],
        ["founded_year", " 1996 "],
      ]),
    ).toMatchObject({ member_count: 1000, founded_year: 1996 });
  });

  it("drops empty rows and rows to be removed, and keeps the others in order", () => {
    const fields = fieldsOf([
      ["name", "Essai"],
      ...([
        ["phone", "20 24 11 22", "ok"],
        ["email", "", "ok"],
        ["website", "a.example.org", "ok"],
        ["phone", "néant", "none"],
      ].flatMap(([channel, raw, state]) => [
        ["contact_channel", channel!],
        ["contact_raw", raw!],
        ["contact_state", state!],
      ]) as [string, string][]),
      ["contact_remove", "2"],
    ]);
    expect(fields.contacts).toEqual([
      { channel: "phone", raw: "20 24 11 22", state: "ok" },
      { channel: "phone", raw: "néant", state: "none" },
    ]);
  });

  it("counts a repeated or empty line once", () => {
    expect(
      fieldsOf([
        ["name", "Essai"],
        ["zones", "Kayes"],
        ["zones", ""],
        ["zones", " Kayes "],
        ["zones", "Gao"],
      ]).zones,
    ).toEqual(["Kayes", "Gao"]);
  });

  it("names the control and the line of each fault", () => {
    expect(
      problemsOf([
        ["name", " "],
        ["founded_year", "abc"],
        ["member_count", "-3"],
        ["kind", "club"],
        ["basis", ""],
        ["said_on", "hier"],
      ]).sort(),
    ).toEqual(["basis required", "founded_year not_a_number", "kind unknown_value", "member_count not_a_number", "name required", "said_on not_a_date"].sort());
    expect(
      problemsOf([
        ["name", "Essai"],
        ["founded_year", "996"],
      ]),
    ).toEqual(["founded_year out_of_range"]);
    expect(
      problemsOf([
        ["name", "Essai"],
        ["alias", "court"],
        ["alias", "x".repeat(301)],
      ]),
    ).toEqual(["alias-1 too_long"]);
    expect(
      problemsOf([
        ["name", "Essai"],
        ["perimeter", "national"],
        ["perimeter_scale", "village"],
      ]),
    ).toEqual(["perimeter_scale scale_needs_local"]);
    expect(
      problemsOf([
        ["name", "Essai"],
        ["life_since", "2019"],
      ]),
    ).toEqual(["life_since since_needs_state"]);
    expect(
      problemsOf([
        ["name", "Essai"],
        ["life", "dormant"],
        ["life_since", "mars 2019"],
      ]),
    ).toEqual(["life_since not_a_time"]);
    expect(
      problemsOf([
        ["name", "Essai"],
        ["life", "dormant"],
        ["life_since", "2019-3"],
      ]),
    ).toEqual(["life_since not_a_time"]);
  });

  it("refuses a basis that speaks of a typology: staff speak of one organisation", () => {
    expect(
      problemsOf([
        ["name", "Essai"],
        ["basis", "typology"],
      ]),
    ).toEqual(["basis unknown_value"]);
  });

  it("asks for a content and a state that restricts for a restricted value", () => {
    const row: [string, string][] = [
      ["restricted_id", ""],
      ["restricted_field", "note"],
      ["restricted_visibility", "public"],
      ["restricted_text", "Essai"],
    ];
    expect(problemsOf([["name", "Essai"], ...row])).toEqual(["restricted_visibility-0 unknown_value"]);
  });
});

describe("a reference in a line", () => {
  it("is the key in brackets, or the whole text", () => {
    expect(referenceKey(referenceLine("Cercle de Kayes", "kayes-cercle"))).toBe("kayes-cercle");
    expect(referenceKey("  Nioro du Sahel ")).toBe("Nioro du Sahel");
    expect(referenceKey("Essai [avec] crochets")).toBe("Essai [avec] crochets");
  });
});

describe("where a sign-in leads", () => {
  it.each([
    [null, "/admin"],
    ["/admin/organisations/ame?fait=creee", "/admin/organisations/ame?fait=creee"],
    ["/en/admin", "/en/admin"],
    ["//example.org", "/admin"],
    ["https://example.org/admin", "/admin"],
    ["/admin@example.org", "/admin"],
    ["/administrer", "/admin"],
    ["/admin/\\example.org", "/admin"],
  ])("%s → %s", (back, expected) => {
    expect(afterSignIn("fr", back)).toBe(expected);
  });
});

describe("the order of the controls", () => {
  it("is that of the form", () => {
    const spec = formSpec("fr", { role: "admin", seesConfidential: false } as Actor, []);
    const names = spec.sections.flatMap(({ blocks, folded }) => [
      ...blocks.flatMap((block) =>
        block.type === "control" ? [block.control.name] : block.type === "records" ? block.columns.map(({ name }) => name) : [block.name],
      ),
      ...(folded?.controls ?? []).map(({ name }) => name),
    ]);
    const inRow = (name: string) => name.replace(/^(contact|restricted)_.*/, "$1");
    const order = [...new Set(CONTROL_ORDER.map(inRow))];
    expect([...new Set(names.map(inRow))]).toEqual(order);
    expect(new Set(names)).toEqual(new Set(CONTROL_ORDER.filter((name) => name !== "restricted_id")));
  });

  it("has every field that can be saved", () => {
    const controls = CONTROL_ORDER.map((name) => name.replace(/^contact_.*/, "contacts"));
    expect(EDIT_FIELDS.filter((field) => !controls.includes(field))).toEqual([]);
  });
});
