import { beforeAll, describe, expect, it } from "vitest";
import { loadCartography } from "../support/cartography";
import { readRoute } from "../support/routes";

beforeAll(loadCartography, 120_000);

describe("a profile", () => {
  it("gives a registration with its authority and date, and until when a former name was used", async () => {
    const fecam = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/federation-des-communautes-africaines-au-mali");
    expect(fecam).toMatch(/0068\/MATCL-DNI, Ministère[^<]*, 15 novembre 2000/);
    const council = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/conseil-regional-de-kayes");
    expect(council).toMatch(/Assemblée régionale de Kayes \(jusqu’en 2012\)/i);
    const laboratory = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/laboratoire-de-technologie-alimentaire");
    expect(laboratory).toMatch(/Fait partie de[\s\S]*institut-d-economie-rurale/);
    expect(await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/institut-d-economie-rurale")).toContain("Ses sections et services");
  });
});

describe("the profile of an actor of the study", () => {
  it("tells its work in each place with strengths and weaknesses, where it is said and nowhere else", async () => {
    const html = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/aferci");
    expect(html).toContain('href="/communautes/sikasso#acteurs"');
    expect(html).toMatch(/Forces[\s\S]*Cartographie des acteurs, l\. \d+/);
    expect(html).not.toContain("Les sources se contredisent");
  });
});
