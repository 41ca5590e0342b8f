import { expect, it, vi } from "vitest";
import type { Actor } from "@/domain/actor";

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
vi.stubEnv("NEXTAUTH_SECRET", "un secret assez long pour les essais");
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-forwarded-for": "192.0.2.1" }) }));

it("a refused permission is told to the log with the account's digest and the address, and no name", async () => {
  const { logger } = await import("@/lib/logger");
  const { noteRefusal } = await import("@/auth/refusals");
  const lines = vi.spyOn(logger, "warn").mockImplementation(() => undefined);
  await noteRefusal({ id: 1, name: "Essai", email: "essai@example.org", role: "editor" } as Actor, "accounts");
  expect(lines.mock.calls).toEqual([
    [{ event: "permission_refused", account: expect.stringMatching(/^[\w-]{16}$/), address: "192.0.2.1", wanted: "accounts" }],
  ]);
});
