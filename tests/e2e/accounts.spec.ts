import { enterByLink, fillSignIn, openAccount, signIn, STAFF } from "./staff";
import { expect, test } from "./story";

test("an editor cannot manage accounts; the administration can", async ({ page, browser }) => {
  await signIn(page, "aminata");
  await expect(page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Administration" })).toHaveCount(0);
  await page.goto("/admin/comptes");
  await expect(page).toHaveURL("/admin");

  const office = await (await browser.newContext()).newPage();
  await signIn(office, "admin");
  await office.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Administration" }).click();
  await expect(office.getByRole("row", { name: new RegExp(STAFF.aminata.name) })).toContainText("Rédaction");
  await office.getByRole("link", { name: `Gérer le compte de ${STAFF.admin.name}` }).click();
  await expect(office.getByRole("button", { name: `Fermer le compte de ${STAFF.admin.name}` })).toHaveCount(0);
  await office.context().close();
});

test("the administration closes an account and its open session ends", async ({ page, browser }, testInfo) => {
  await signIn(page, "admin");
  const name = `Essai ${testInfo.project.name} ${Date.now().toString(36)}`;
  const email = `${Date.now().toString(36)}@essai.example`;
  const password = "une phrase pour un moment";
  const link = await openAccount(page, { name, email, role: "Lecture" });

  const colleague = await (await browser.newContext()).newPage();
  await enterByLink(colleague, link, password);
  await fillSignIn(colleague, { email, password });
  await expect(colleague.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();

  await page.goto("/admin/comptes");
  await page.getByRole("link", { name: `Gérer le compte de ${name}` }).click();
  await page.getByRole("button", { name: `Fermer le compte de ${name}` }).click();
  await expect(page.getByRole("status").filter({ hasText: email })).toContainText("est fermé ; ses connexions ont pris fin.");
  await colleague.goto("/admin");
  await expect(colleague.getByRole("heading", { level: 1, name: "Connexion" })).toBeVisible();
  await colleague.context().close();
});
