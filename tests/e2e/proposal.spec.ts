import { expectAccessible } from "./accessibility";
import { signIn } from "./staff";
import { expect, expectNoSidewaysScroll, part, test } from "./story";

test(
  "a visitor proposes an organisation from a phone, follows it, answers, and an editor takes it over",
  { tag: "@html" },
  async ({ page, browser, javaScriptEnabled }, testInfo) => {
    const name = `Association proposée (essai ${testInfo.project.name})`;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/organisations?q=xyzzyq");
    await page.locator("main").getByRole("link", { name: "Ajouter une organisation" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ajouter une organisation" })).toBeVisible();
    await page.getByLabel(/^Nom(?!bre)/).fill(name);
    await page.getByLabel("Autre lieu, un par ligne").fill("Kayes");
    await page.getByLabel("Autre téléphone, adresse électronique ou site, un par ligne").fill("00223 76 43 47 31");
    await page.getByRole("button", { name: "Envoyer la proposition" }).click();

    await expect(page.getByRole("alert")).toContainText(/Rien n’est envoyé\s: 2 points sont à corriger/);
    await expect(page.getByLabel(/^Nom(?!bre)/)).toHaveValue(name);
    await expect(page.getByLabel("Autre lieu, un par ligne")).toHaveValue("Kayes");
    await expectNoSidewaysScroll(page);
    await page.getByLabel("Je suis de cette organisation").check();
    await page.getByLabel(/^Comment le savez-vous/).fill("J’en suis membre.");
    await page.getByRole("button", { name: "Envoyer la proposition" }).click();
    await expect(page.getByText("Merci, votre proposition est enregistrée.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    const secret = page.url();

    const office = await browser.newContext();
    const desk = await office.newPage();
    await signIn(desk, "fanta");
    await desk.getByRole("link", { name: /^(Une|\d+) propositions? (attend|attendent)|^\d+ proposition/ }).click();
    await desk.getByRole("link", { name }).click();
    await expect(desk.getByText("J’en suis membre.")).toBeVisible();
    // Axe itself is a script.
    if (javaScriptEnabled) await expectAccessible(desk);
    await desk.getByLabel("Votre question (le proposant la lira)").fill("Depuis quand ?");
    await desk.getByRole("button", { name: "Demander une précision" }).click();
    await expect(desk.getByText("La question est posée.")).toBeVisible();

    await page.goto(secret);
    await expect(page.getByText("Depuis quand ?")).toBeVisible();
    await page.getByLabel("Votre réponse").fill("Depuis 2019.");
    await page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await expect(page.getByText("Votre réponse est enregistrée.")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    await desk.reload();
    await expect(desk.getByText("Depuis 2019.")).toBeVisible();
    await test.step("an entry has that number: the editor is warned, and says that it is another organisation", async () => {
      const warning = desk.getByText("Cette organisation a peut-être déjà une fiche").locator("..");
      await expect(warning.getByRole("listitem").filter({ hasText: "Même téléphone" }).getByRole("link")).toHaveAttribute(
        "href",
        "/admin/organisations/association-jeunesse-et-developpement-du-mali",
      );
      for (const field of [/^Retenir\s: Nom/, /^Retenir\s: Zones/, /^Retenir\s: Contacts/]) await desk.getByLabel(field).check();
      await desk.getByRole("button", { name: "Accepter ce qui est retenu" }).click();
      await expect(desk.getByText("dites d’abord si c’est une autre organisation")).toBeVisible();
      await expect(desk.getByLabel(/^Retenir\s: Zones/)).toBeChecked();
      await expectNoSidewaysScroll(desk);
      await desk.getByLabel("C’est une autre organisation").check();
      await desk.getByRole("button", { name: "Accepter ce qui est retenu" }).click();
    });
    await expect(desk.getByText("La proposition est acceptée.")).toBeVisible();
    await desk.getByRole("link", { name: "Ouvrir la fiche" }).click();
    await expect(desk.getByLabel("Nom", { exact: false }).first()).toHaveValue(name);
    await office.close();

    await page.goto(secret);
    await expect(page.getByText("Elle est acceptée, en tout ou en partie. Merci.")).toBeVisible();
  },
);

test("a reader says what is wrong in a part of an entry, and what is shown there stays as it is", { tag: "@html" }, async ({ page }) => {
  await page.goto("/organisations/tagne");
  await part(page, "Contacts")
    .getByRole("link", { name: /^Une erreur\s\? Contacts$/ })
    .click();
  await expect(page.getByText("Proposer une correction").first()).toBeVisible();
  await page.getByLabel("Ce qui est faux ou manque, avec vos mots").fill("Le bureau a déménagé (essai).");
  await page.getByLabel("Autre", { exact: true }).check();
  await page.getByLabel(/^Comment le savez-vous/).fill("J’y étais hier.");
  await page.getByRole("button", { name: "Envoyer la proposition" }).click();
  await expect(page.getByText("Merci, votre proposition est enregistrée.")).toBeVisible();
  await page.getByRole("main").locator('a[href="/organisations/tagne"]').click();
  await expect(page.getByText("Le bureau a déménagé (essai).")).toHaveCount(0);
});
