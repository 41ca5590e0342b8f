import { signIn } from "./staff";
import { expect, test } from "./story";

test("staff find an entry by a telephone, what is to be completed, and on the map how many are where", { tag: "@html" }, async ({ page }) => {
  await signIn(page, "admin");
  await page.getByLabel(/^Chercher/).fill("76434731");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByRole("rowheader", { name: "Association Jeunesse et Développement du Mali" })).toContainText("trouvé dans : Téléphone");

  await page.goto("/admin");
  await page.getByRole("link", { name: "Fiches à compléter" }).click();
  await expect(page.getByText(/^manque\s: /).first()).toBeVisible();
  await expect(page.getByLabel("Complétude")).toHaveValue("incomplete");

  await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Carte" }).click();
  const number = page.getByRole("link", { name: /^\d+ · Liste des fiches\s:\sKayes$/ });
  const count = await number.innerText();
  await number.click();
  await expect(page.getByRole("status")).toHaveText(`${count} organisations`);
});
