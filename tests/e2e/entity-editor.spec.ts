import { signIn } from "./staff";
import { expect, test } from "./story";

const PAGE = "/admin/autres/body-mecanisme-de-referencement-national";

test("an editor adds a value to a body, sees it in public, and undoes it", { tag: "@html" }, async ({ page }, testInfo) => {
  const words = `Essai de ${testInfo.project.name}`;
  await signIn(page, "fanta");
  await page.getByRole("link", { name: "Instances, programmes et autres" }).click();
  await page
    .getByRole("group")
    .filter({ hasText: /^Instance/ })
    .locator("summary")
    .first()
    .click();
  await page.getByRole("link", { name: "Mécanisme de Référencement National" }).click();
  await expect(page).toHaveURL(PAGE);

  const treats = page.getByRole("region", { name: "Ce dont elle traite" });
  await treats.getByText("Ajouter une valeur").click();
  await treats.getByLabel("En français").fill(words);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("La fiche n’est pas enregistrée : 1 point est à corriger")).toBeVisible();
  await expect(treats.getByLabel("En français")).toHaveValue(words);

  await page.getByLabel(/^Fondement/).selectOption({ label: "Vérifié par le consortium" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await page.goto("/instances");
  await expect(page.getByText(words)).toBeVisible();

  await page.goto(PAGE);
  await page
    .getByRole("button", { name: /^Annuler/ })
    .first()
    .click();
  await expect(page.getByText("La modification est annulée.")).toBeVisible();
  await page.goto("/instances");
  await expect(page.getByText(words)).toHaveCount(0);
});
