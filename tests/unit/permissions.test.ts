import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  canArchive,
  canChangeInBulk,
  canCreateOrganisation,
  canDecideOnProposal,
  canEditEntity,
  canEditOrganisation,
  canEditSomething,
  canEditSource,
  canErase,
  canEraseWork,
  canExport,
  canImport,
  canKeepNotes,
  canManageUsers,
  canMerge,
  canPropose,
  canUndoBulk,
  canPublish,
  canReviewProposals,
  canSee,
} from "@/auth/permissions";
import type { Actor } from "@/domain/actor";
import { USER_ROLES, VISIBILITIES } from "@/domain/vocabularies";

const actor = (role: Actor["role"], more: Partial<Actor> = {}) =>
  ({ id: 1, name: "Essai", email: "essai@example.org", role, seesConfidential: false, zonePaths: [], entryIds: [], ...more }) as Actor;
const kayes = { id: 7, zonePaths: ["ML/ML-1/ML-1-2/", "ML/"] };
const gao = { id: 8, zonePaths: ["ML/ML-7/"] };
const nowhere = { id: 9, zonePaths: [] };

describe("what a role may do", () => {
  it("lessens from administrators to readers", () => {
    const ofEntries = [canEditOrganisation, canPublish, canDecideOnProposal];
    const others = [canEditSomething, canCreateOrganisation, canPropose, canReviewProposals, canEditEntity, canEditSource, canErase, canManageUsers];
    const held = USER_ROLES.map((role) => [...ofEntries.map((may) => may(actor(role), kayes)), ...others.map((may) => may(actor(role)))].map(Number).join(""));
    expect(held).toEqual(["11111111111", "11111111100", "00000100000", "00000000000"]);
  });

  it("ends for an editor at the limits of their zones, which hold what lies inside them", () => {
    const office = actor("editor", { zonePaths: ["ML/ML-1/"] });
    for (const may of [canEditOrganisation, canPublish, canDecideOnProposal])
      expect([kayes, gao, nowhere].map((entry) => may(office, entry))).toEqual([true, false, false]);
    expect([canCreateOrganisation, canReviewProposals, canPropose].map((may) => may(office))).toEqual([true, true, true]);
    expect([canEditEntity, canEditSource].map((may) => may(office))).toEqual([false, false]);
    // "ML-1" is not the beginning of "ML-10".
    expect(canEditOrganisation(office, { id: 1, zonePaths: ["ML/ML-10/"] })).toBe(false);
  });

  it("is widened by single entries, which may be changed and not published by those who are no editors", () => {
    for (const role of ["contributor", "reader"] as const) {
      const person = actor(role, { entryIds: [8] });
      expect([kayes, gao].map((entry) => canEditOrganisation(person, entry))).toEqual([false, true]);
      expect([canPublish(person, gao), canDecideOnProposal(person, gao), canEditSomething(person)]).toEqual([false, false, true]);
    }
    const office = actor("editor", { zonePaths: ["ML/ML-1/"], entryIds: [8] });
    expect([canEditOrganisation(office, gao), canPublish(office, gao)]).toEqual([true, true]);
  });

  it("lets those who publish an entry archive and merge it", () => {
    const office = actor("editor", { zonePaths: ["ML/ML-1/"] });
    for (const may of [canArchive, canMerge]) {
      expect(USER_ROLES.map((role) => may(actor(role), kayes))).toEqual(USER_ROLES.map((role) => role === "admin" || role === "editor"));
      expect([kayes, gao].map((entry) => may(office, entry))).toEqual([true, false]);
    }
  });

  it("lets those who edit everywhere bring files of entries and take them away", () => {
    for (const may of [canImport, canExport]) {
      expect(USER_ROLES.map((role) => may(actor(role)))).toEqual(USER_ROLES.map((role) => role === "admin" || role === "editor"));
      expect(may(actor("editor", { zonePaths: ["ML/ML-1/"] }))).toBe(false);
    }
  });
});

describe("what staff see", () => {
  it("is all but the confidential, which is for administrators and those granted it", () => {
    const sees = (who: Actor) => VISIBILITIES.filter((visibility) => canSee(who, { visibility }));
    for (const role of ["editor", "contributor", "reader"] as const) {
      expect(sees(actor(role))).toEqual(["public", "consortium"]);
      expect(sees(actor(role, { seesConfidential: true }))).toEqual(["public", "consortium", "confidential"]);
    }
    expect(sees(actor("admin"))).toEqual(["public", "consortium", "confidential"]);
  });
});

describe("what is kept between staff", () => {
  it("is read by all of them but readers, and erased by who wrote it and by administrators; so is a change of many undone", () => {
    expect(USER_ROLES.map((role) => canKeepNotes(actor(role)))).toEqual(USER_ROLES.map((role) => role !== "reader"));
    const [own, another] = [
      { authorId: 1, actorId: 1 },
      { authorId: 2, actorId: 2 },
    ];
    expect([canEraseWork(actor("editor"), own), canEraseWork(actor("editor"), another), canEraseWork(actor("admin"), another)]).toEqual([true, false, true]);
    expect([canUndoBulk(actor("editor"), own), canUndoBulk(actor("editor"), another), canUndoBulk(actor("admin"), another)]).toEqual([true, false, true]);
  });

  it("changes together only what a person may see", () => {
    expect(VISIBILITIES.map((visibility) => canChangeInBulk(actor("editor"), { ...kayes, visibility }))).toEqual([true, true, false]);
  });
});

describe("actors", () => {
  it("are made in src/auth/actor.ts and nowhere else", () => {
    const root = join(import.meta.dirname, "../../src");
    const makers = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.tsx?$/.test(file) && /\bas (unknown as )?Actor\b|<Actor>\s*[({]/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(makers).toEqual(["auth/actor.ts"]);
  });
});
