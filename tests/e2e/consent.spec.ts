import { createDraft, draftName, publish, save, sayGround, unpublish } from "./draft";
import { signIn } from "./staff";
import { expect, expectNoSidewaysScroll, part, test } from "./story";

test(
  "who agreed to the publication of a number is noted, and a withdrawn consent takes it from everywhere at once",
  { tag: "@html" },
  async ({ page, request }, testInfo) => {
    await signIn(page, "admin");
    const name = draftName(testInfo, "numéro personnel");
    const slug = await createDraft(page, name);
    const number = `76 ${String(Date.now())
      .slice(-6)
      .replace(/(..)(?=.)/g, "$1 ")}`;
    await page.getByLabel("Contact, comme il s’écrit").first().fill(number);
    await sayGround(page, "Déclaré par l’organisation", "appel");
    await save(page);
    await expect(page.getByText("C’est enregistré.")).toBeVisible();
    await publish(page);

    await page.getByRole("link", { name: "Accords de publication" }).click();
    await page.getByRole("combobox", { name: /^Contact/ }).selectOption({ label: `Téléphone – ${number}` });
    await page.getByRole("textbox", { name: /^Qui a accepté/ }).fill("La titulaire du numéro");
    await page.getByRole("combobox", { name: /^Comment/ }).selectOption({ label: "Par téléphone" });
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Il faut un jour passé")).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^Qui a accepté/ })).toHaveValue("La titulaire du numéro");
    await page.getByLabel(/^Le(\s|$)/).fill("2024-03-15");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("L’accord est noté.")).toBeVisible();
    await expect(page.getByText("accepté par La titulaire du numéro le 15 mars 2024")).toBeVisible();
    await expectNoSidewaysScroll(page);
    const consents = page.url();

    const exits = [`/organisations/${slug}`, `/api/v1/organisations/${slug}`, `/api/v1/citations.csv?q=${encodeURIComponent(name)}`];
    const read = async (exit: string) => (await request.get(exit)).text();
    await page.goto(`/organisations/${slug}`);
    await expect(part(page, "Contacts").getByRole("link", { name: number })).toBeVisible();
    for (const exit of exits) expect(await read(exit), exit).toContain(number);

    await page.goto(consents);
    await page.getByRole("button", { name: `L’accord est retiré : ${number}` }).click();
    await expect(page.getByText("Le contact est retiré de la fiche et de tout ce qui est public.")).toBeVisible();
    for (const exit of exits) {
      const text = await read(exit);
      expect(text, exit).toContain(name);
      expect(text, exit).not.toContain(number);
    }

    await test.step("the administration finds what is left of it, by the number as anybody writes it", async () => {
      await page.goto("/admin/donnees-personnelles");
      await page.getByLabel("Nom, téléphone ou adresse électronique").fill(`+223${number.replace(/ /g, "")}`);
      await page.getByRole("button", { name: "Chercher", exact: true }).click();
      await expect(page.getByRole("heading", { name: "3 endroits" })).toBeVisible();
      await expectNoSidewaysScroll(page);
      for (const place of ["Dit autrefois d’une organisation", "Accords de publication", "Historique des changements"])
        await expect(page.getByRole("region", { name: place }).getByRole("link", { name })).toBeVisible();
    });
    await unpublish(page, slug);
  },
);
