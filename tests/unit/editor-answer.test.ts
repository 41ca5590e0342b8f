import { describe, expect, it } from "vitest";
import type { ReferenceNames } from "@/data/editing/edit-form";
import { NOTHING_SAID } from "@/domain/fields";
import type { OrganisationFields } from "@/domain/organisation-input";
import { firstState, merged, refused, withTheirs } from "@/features/editor/answer";
import { choiceName, THEIRS } from "@/features/editor/form-spec";
import { valuesOfFields } from "@/features/editor/kept-values";
import { valueNames, valueText } from "@/i18n/value-text";
import { theirsChosen } from "@/features/editor/values";

const references: ReferenceNames = {
  zones: [{ code: "ML-1", slug: "kayes", name: "Kayes", level: "region", parent: "Mali" }],
  organisations: [{ slug: "essai", name: "Essai", acronym: "ESS" }],
};
const kept: OrganisationFields = {
  ...NOTHING_SAID,
  name: "Essai",
  acronym: "ESS",
  kind: "cso",
  zones: ["ML-1"],
  founded_year: 1996,
  interviewed: false,
  themes: ["child_rights"],
  contacts: [{ channel: "phone", raw: "20 24 11 22", state: "ok" }],
  visibility: "public",
};
const entry = (fields: { field: string; before: unknown; after: unknown }[]) => ({
  id: 1,
  at: new Date(0),
  who: "Awa Essai",
  action: "updated" as const,
  state: "accepted" as const,
  alone: true,
  fields,
  note: null,
});

describe("a refused form", () => {
  it("keeps what was typed and names each fault beside its control and in the summary, in the order of the form", () => {
    const typed = { ...valuesOfFields(kept, references), basis: [""], zones: ["Kayes [kayes]", "Kaye"] };
    const state = refused("fr", firstState({}), typed, [
      { path: "fields.zones.1", reason: "unknown_zone", value: "Kaye" },
      { path: "provenance.basis", reason: "required" },
    ]);
    expect(state.values).toEqual(typed);
    expect(Object.keys(state.errors)).toEqual(["zones-1", "basis"]);
    expect(state.summary?.title).toBe("La fiche n’est pas enregistrée\u00a0: 2 points sont à corriger");
    expect(state.summary?.items.map(({ href }) => href)).toEqual(["#champ-basis", "#champ-zones-1"]);
    expect(state.summary?.items[1]?.text).toContain("Zone 2\u00a0: «\u00a0Kaye\u00a0»");
    expect(state.serial).toBe(1);
  });

  it("speaks English to an English reader", () => {
    const state = refused("en", firstState({}), {}, [{ path: "fields.contacts.0.raw", reason: "invalid_phone", value: "12" }]);
    expect(state.summary?.items).toEqual([
      { href: "#champ-contact_raw-0", text: expect.stringMatching(/^Contact 1, .*“12” is not a valid number.*“As printed, not usable”/) },
    ]);
  });
});

describe("a form saved after someone else", () => {
  const opened = valuesOfFields(kept, references);
  const conflict = (current: Partial<OrganisationFields>, since: ReturnType<typeof entry>[]) =>
    ({ ok: false, reason: "conflict", version: 4, current: { ...kept, ...current }, since }) as const;

  it("takes over what only the other changed, and keeps this person's own changes", () => {
    const typed = { ...opened, acronym: ["MOI"], version: ["3"] };
    const state = merged(
      "fr",
      firstState({}),
      typed,
      conflict({ founded_year: 1997, zones: [] }, [
        entry([
          { field: "founded_year", before: 1996, after: 1997 },
          { field: "zones", before: ["ML-1"], after: [] },
        ]),
      ]),
      references,
    );
    expect(state.values).toMatchObject({ acronym: ["MOI"], founded_year: ["1997"], zones: [], version: ["4"] });
    expect(state.notice?.lines.slice(1)).toEqual([
      "Awa Essai a changé «\u00a0Année de création\u00a0»\u00a0: la nouvelle valeur est reprise dans le formulaire.",
      "Awa Essai a changé «\u00a0Zones d’intervention\u00a0»\u00a0: la nouvelle valeur est reprise dans le formulaire.",
    ]);
  });

  it("keeps this person's text where both wrote, shows both values, and takes the other's where they choose it", () => {
    const typed = { ...opened, founded_year: ["1995"], contact_raw: ["20 24 11 23"] };
    const state = merged(
      "fr",
      firstState({}),
      typed,
      conflict({ founded_year: 1997, contacts: [] }, [
        entry([
          { field: "founded_year", before: 1996, after: 1997 },
          { field: "contacts", before: kept.contacts, after: [] },
        ]),
      ]),
      references,
    );
    expect(state.values).toMatchObject({ founded_year: ["1995"], contact_raw: ["20 24 11 23"] });
    expect(state.conflicts.map(({ field, mine, theirs }) => [field, mine.text, theirs.text])).toEqual([
      ["founded_year", "1995", "1997"],
      ["contacts", "Téléphone 20 24 11 23 (Utilisable)", "inconnu"],
    ]);
    expect(state.conflicts[0]!.legend).toBe("Awa Essai a aussi changé «\u00a0Année de création\u00a0»\u00a0: quelle valeur gardez-vous\u00a0?");

    const form = new FormData();
    form.set(choiceName("founded_year"), "");
    form.set(choiceName("contacts"), THEIRS);
    expect(theirsChosen(form)).toEqual(["contacts"]);
    const chosen = withTheirs(state.values, theirsChosen(form), { ...kept, founded_year: 1997, contacts: [] }, references);
    expect(chosen).toMatchObject({ founded_year: ["1995"], contact_raw: [], contact_channel: [], contact_state: [] });
  });
});

describe("a value of the history", () => {
  const names = valueNames(references);
  it.each([
    ["legal_status", "de_facto", "Association de fait"],
    ["legalStatus", "approved", "Agréée"],
    ["zones", ["ML-1", "ML-9"], "Kayes, ML-9"],
    ["partners", ["essai"], "Essai"],
    ["interviewed", false, "Non"],
    ["founded_year", null, "inconnu"],
    ["themes", [], "inconnu"],
    ["contacts", kept.contacts, "Téléphone 20 24 11 22 (Utilisable)"],
    ["autre_chose", { text: "tel quel" }, "tel quel"],
  ])("%s is told in words", (field, value, expected) => {
    expect(valueText("fr", field, value, names)).toBe(expected);
  });
});
