import { codeAt, stepAt } from "../../src/auth/totp";
import { expectAccessible } from "./accessibility";
import { draftName, save, sayGround } from "./draft";
import { enterByLink, fillSignIn, openAccount, signIn } from "./staff";
import { expect, expectNoSidewaysScroll, test } from "./story";

test("an invited person chooses a password, adds a second factor, signs in with a code, and edits the entries of Kayes alone", async ({
  page,
  browser,
}, testInfo) => {
  await signIn(page, "admin");
  const mark = `${testInfo.project.name}-${Date.now().toString(36)}`;
  const account = { email: `kayes-${mark}@essai.example`, password: "une phrase pour le bureau" };
  const link = await openAccount(page, { name: `Bureau ${mark}`, email: account.email, role: "Rédaction", zones: "Kayes" });

  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const office = await context.newPage();
  await enterByLink(office, link, account.password);
  await fillSignIn(office, account);
  await expect(office.getByText("Vous modifiez les fiches de : Kayes.", { exact: false })).toBeVisible();
  await office.getByRole("link", { name: "Mon compte" }).click();
  await office.getByRole("link", { name: "Second facteur" }).click();
  await office.getByRole("button", { name: "Ajouter un second facteur" }).click();
  const secret = (await office.locator("main code").innerText()).replace(/\s/g, "");
  await expectNoSidewaysScroll(office);
  await expectAccessible(office);
  await office.getByLabel("Le code à six chiffres qu’elle montre").fill(codeAt(secret, stepAt(Date.now())));
  await office.getByRole("button", { name: "Vérifier et activer" }).click();
  await expect(office.getByText("Vos codes de secours, montrés une seule fois")).toBeVisible();
  await office.getByRole("link", { name: "C’est noté, continuer" }).click();
  await office.getByRole("button", { name: "Se déconnecter" }).click();

  await fillSignIn(office, account);
  await expect(office.getByRole("heading", { level: 1, name: "Code de connexion" })).toBeVisible();
  await office.goto("/admin");
  await expect(office).toHaveURL("/connexion/code");
  await office.getByLabel("Code à six chiffres ou code de secours").fill(codeAt(secret, stepAt(Date.now()) + 1));
  await office.getByRole("button", { name: "Continuer" }).click();
  await expect(office.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();

  await office.goto("/admin?zone=kayes");
  await office
    .getByRole("link", { name: /^Modifier / })
    .first()
    .click();
  await expect(office.getByRole("button", { name: "Enregistrer", exact: true })).toBeVisible();
  await office.goto("/admin?zone=gao");
  await office
    .getByRole("link", { name: /^Lire / })
    .first()
    .click();
  await expect(office.getByText("Aucune zone de cette organisation ne s’y trouve.")).toBeVisible();
  await expect(office.getByRole("button", { name: "Enregistrer", exact: true })).toHaveCount(0);
  await expectNoSidewaysScroll(office);
  await expectAccessible(office);

  await test.step("a new entry is saved inside the zone, and not outside", async () => {
    await office.goto("/admin/organisations/nouvelle");
    await office.getByLabel(/^Nom \(/).fill(draftName(testInfo, "du bureau"));
    await office.getByLabel("Zone 1").fill("Gao");
    await sayGround(office, "Vérifié par le consortium", "visite sur place");
    await save(office);
    await expect(office.getByRole("main").getByRole("alert")).toContainText("Votre compte ne crée de fiches que dans ses zones");
    await office.getByLabel("Zone 1").fill("Yélimané");
    await save(office);
    await expect(office.getByText("L’organisation est créée. Elle n’est pas encore publiée.")).toBeVisible();
  });
  await context.close();
});
