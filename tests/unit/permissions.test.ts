import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canEditEntity, canEditOrganisation, canEditSource, canErase, canManageUsers, canPublish, canReviewProposals, canSee } from "@/auth/permissions";
import type { Actor } from "@/domain/actor";
import { VISIBILITIES } from "@/domain/vocabularies";

const actor = (role: Actor["role"], seesConfidential = false) => ({ id: 1, name: "Essai", email: "essai@example.org", role, seesConfidential }) as Actor;

describe("what a role may do", () => {
  it("lets editors edit and publish, and administrators erase and manage accounts too", () => {
    const acts = [canEditOrganisation, canEditEntity, canEditSource, canReviewProposals, canPublish, canErase, canManageUsers];
    expect(acts.map((may) => may(actor("editor")))).toEqual([true, true, true, true, true, false, false]);
    expect(acts.map((may) => may(actor("admin")))).toEqual([true, true, true, true, true, true, true]);
  });
});

describe("what staff see", () => {
  it("is all but the confidential, which is for administrators and those granted it", () => {
    const sees = (who: Actor) => VISIBILITIES.filter((visibility) => canSee(who, { visibility }));
    expect(sees(actor("editor"))).toEqual(["public", "consortium"]);
    expect(sees(actor("editor", true))).toEqual(["public", "consortium", "confidential"]);
    expect(sees(actor("admin"))).toEqual(["public", "consortium", "confidential"]);
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
