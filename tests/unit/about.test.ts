import { afterEach, describe, expect, it, vi } from "vitest";

vi.mock("@/data/source/sources", () => ({ findSource: async (slug: string) => ({ slug, title: "Cartographie" }) }));

/** The page as a site with these settings shows it, as text with its links. */
async function aboutPage(settings: Record<string, string>): Promise<string> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const [{ AboutPage }, { staticMarkup }] = await Promise.all([import("@/features/about/page"), import("@/components/static-markup")]);
  return (await staticMarkup(await AboutPage({ locale: "fr" }))).replaceAll("\u00a0", " ");
}

afterEach(() => vi.unstubAllEnvs());

describe("the page about the directory", () => {
  it("invents no publisher and no contact, and leads to the consortium", async () => {
    const html = await aboutPage({});
    expect(html).toContain("L’éditeur de ce site n’est pas indiqué.");
    expect(html.match(/Aucune adresse de contact n’est indiquée/g)).toHaveLength(2);
    expect(html).not.toContain("mailto:");
    for (const slug of ["grdr", "association-malienne-des-expulses", "forim"]) expect(html).toContain(`href="/organisations/${slug}"`);
    expect(html).toMatch(/Cartographie<\/a>, l\. 262, 869\./);
  });

  it("names those whom the operator names", async () => {
    const html = await aboutPage({ PUBLISHER: "Association <Essai>, Bamako", CONTACT_EMAIL: "fiches@example.org", PRIVACY_EMAIL: "donnees@example.org" });
    expect(html).toContain("Éditeur du site : Association &lt;Essai&gt;, Bamako");
    expect([...html.matchAll(/mailto:([^"]+)/g)].map(([, address]) => address)).toEqual(["fiches@example.org", "donnees@example.org"]);
    expect(html).not.toContain("Aucune adresse de contact");
  });

  it("takes one address for both, and stops the start at what is none", async () => {
    expect((await aboutPage({ CONTACT_EMAIL: "fiches@example.org" })).match(/mailto:fiches@example\.org/g)).toHaveLength(2);
    await expect(aboutPage({ CONTACT_EMAIL: "pas une adresse" })).rejects.toThrow("CONTACT_EMAIL must be an e-mail address");
  });
});
