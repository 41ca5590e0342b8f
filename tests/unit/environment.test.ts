import { afterEach, describe, expect, it, vi } from "vitest";

/** The environment as a fresh process reads it. */
async function environment(trustedProxies: string) {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("TRUSTED_PROXIES", trustedProxies);
  return (await import("@/env")).env();
}

afterEach(() => vi.unstubAllEnvs());

describe("the trusted proxies", () => {
  it("are none unless they are named", async () => {
    expect((await environment("")).TRUSTED_PROXIES.check("127.0.0.1")).toBe(false);
  });

  it("are addresses, blocks and the machine itself", async () => {
    const { TRUSTED_PROXIES } = await environment("loopback, 10.0.0.0/8,2001:db8::/32 ,192.0.2.1");
    for (const address of ["127.0.0.1", "127.9.9.9", "10.255.0.1", "192.0.2.1"]) expect(TRUSTED_PROXIES.check(address)).toBe(true);
    for (const address of ["::1", "2001:db8::5"]) expect(TRUSTED_PROXIES.check(address, "ipv6")).toBe(true);
    for (const address of ["192.0.2.2", "11.0.0.1"]) expect(TRUSTED_PROXIES.check(address)).toBe(false);
  });

  it.each(["nginx", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "::1/129", "300.0.0.1"])(
    "stop the start when they are written wrongly: %s",
    async (written) => {
      await expect(environment(written)).rejects.toThrow("TRUSTED_PROXIES must be addresses");
    },
  );
});
