import { createDraft, draftName, save, sayGround } from "./draft";
import { accountOf, fillSignIn, signIn, signInAnew } from "./staff";
import { expect, test } from "./story";

test("the administration erases a former value for good", async ({ page }, testInfo) => {
  await signIn(page, "admin");
  const slug = await createDraft(page, draftName(testInfo, "ancienne valeur"));
  for (const acronym of ["DANGER", "", "SANS"]) {
    await page.goto(`/admin/organisations/${slug}`);
    await page.getByLabel("Sigle").fill(acronym);
    await sayGround(page, "Déclaré par l’organisation", "courriel");
    await save(page);
    await expect(page.getByText("C’est enregistré.")).toBeVisible();
  }
  await page.getByRole("link", { name: "Historique des changements" }).click();
  const dangerous = page.getByRole("cell", { name: "DANGER", exact: true });
  await expect(dangerous).toHaveCount(2);

  const erase = page.getByRole("button", { name: "Effacer pour toujours" });
  await page.getByText("Effacer d’anciennes valeurs").click();
  await page.getByRole("combobox", { name: "Champ" }).selectOption({ label: "Sigle" });
  await test.step("nothing goes without the box", async () => {
    await erase.click();
    await expect(dangerous).toHaveCount(2);
  });
  await page.getByLabel("Je sais que les anciennes valeurs de ce champ seront perdues pour toujours.").check();
  await erase.click();
  await expect(page.getByText("Les anciennes valeurs sont effacées.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Effacement d’anciennes valeurs" })).toBeVisible();
  await expect(dangerous).toHaveCount(0);
  const rows = page.getByRole("row", { name: /^Sigle/ });
  await expect(rows.first().getByRole("cell")).toHaveText(["inconnu", "SANS"]);
  await expect(rows.last().getByRole("cell").last()).toHaveText("valeur effacée");
  await page.getByRole("link", { name: "Revenir à la fiche" }).click();
  await expect(page.getByLabel("Sigle")).toHaveValue("SANS");
});

test("an editor is not offered to erase, and the history keeps what they wrote", async ({ page }, testInfo) => {
  await signIn(page, "moussa");
  const slug = await createDraft(page, draftName(testInfo, "sans effacement"));
  await page.goto(`/admin/organisations/${slug}/historique`);
  await expect(page.getByRole("heading", { name: "Création" })).toBeVisible();
  await expect(page.getByText("Effacer d’anciennes valeurs")).toHaveCount(0);
  await page.goto("/admin");
  await expect(page.getByText("Aucune sauvegarde connue.")).toHaveCount(0);
});

test("a person sees where they are signed in, and ends the session of a lost phone", async ({ page, browser }) => {
  await signInAnew(page, "salif");
  const phone = await (await browser.newContext()).newPage();
  await signInAnew(phone, "salif");
  const tablet = await (await browser.newContext()).newPage();
  await signInAnew(tablet, "salif");

  await page.getByRole("link", { name: "Mon compte" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Celle-ci" })).toHaveCount(1);
  const ends = page.getByRole("button", { name: /^Mettre fin à la session de Chrom/ });
  const others = await ends.count();
  await ends.first().click();
  await expect(page.getByText("La session a pris fin.")).toBeVisible();
  await expect(ends).toHaveCount(others - 1);
  await page.getByRole("button", { name: "Mettre fin à toutes les autres" }).click();
  await expect(ends).toHaveCount(0);

  for (const lost of [phone, tablet]) {
    await lost.goto("/admin");
    await expect(lost.getByRole("heading", { level: 1, name: "Connexion" })).toBeVisible();
  }
  await test.step("the account itself stays open", async () => {
    await fillSignIn(phone, accountOf("salif"));
    await expect(phone.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
  });
  await phone.context().close();
  await tablet.context().close();
});

test("the administration reads how old the last backup is", async ({ page }) => {
  await signIn(page, "admin");
  await expect(page.getByText("Aucune sauvegarde connue.")).toBeVisible();
});
