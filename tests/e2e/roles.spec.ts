import { createDraft, draftName, save, sayGround } from "./draft";
import { signIn } from "./staff";
import { expect, expectNoSidewaysScroll, test } from "./story";

/** Staff who may change nothing by themselves, each on their own telephone. The office that may change the entries of its zones is in invited-editor.spec.ts. */

test("a reader sees what is for the consortium, and nothing that changes anything", { tag: "@phone" }, async ({ page, browser }, testInfo) => {
  const name = draftName(testInfo, "lue par le consortium");
  const office = await (await browser.newContext()).newPage();
  await signIn(office, "aminata");
  await createDraft(office, name);
  await office.getByLabel("Contenu").fill("Téléphone privé du trésorier (essai)");
  await sayGround(office, "Déclaré par l’organisation", "courriel");
  await save(office);
  await expect(office.getByText("C’est enregistré.")).toBeVisible();
  await office.context().close();

  await signIn(page, "rokia");
  await page.getByLabel("Chercher un nom, un mot, un téléphone…").fill(name);
  await page.getByRole("button", { name: "Chercher", exact: true }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: `Lire ${name}` }).click();
  await expect(page.getByText("Téléphone privé du trésorier (essai)")).toBeVisible();
  await expect(page.getByText("Votre compte permet de lire ce qui est réservé au consortium, sans rien changer.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  const buttons = page.getByRole("main").getByRole("button");
  await expect(buttons).toHaveText(["Se déconnecter"]);
  await page.getByRole("link", { name: "Historique des changements" }).click();
  await expect(page.getByRole("heading", { name: "Création" })).toBeVisible();
  await expect(buttons).toHaveText(["Se déconnecter", "Comparer les versions choisies"]);
  for (const closed of ["/admin/organisations/nouvelle", "/admin/import", "/admin/propositions", "/admin/comptes"]) {
    await page.goto(closed);
    await expect(page).toHaveURL("/admin");
  }
});

test("a contributor proposes an entry, and reads that an editor accepted it", { tag: "@phone" }, async ({ page, browser }, testInfo) => {
  const name = draftName(testInfo, "association d’une contributrice");
  await signIn(page, "coumba");
  await page.getByRole("link", { name: "Proposer une organisation" }).click();
  await page.getByLabel(/^Nom(?!bre)/).fill(name);
  await page.getByLabel(/^Comment le savez-vous/).fill("Réunion du cadre de concertation.");
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Envoyer la proposition" }).click();
  await expect(page.getByText("Votre proposition est enregistrée : une personne de la rédaction la lira.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accepter ce qui est retenu" })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  const proposal = page.url().replace(/\?.*/, "");

  const office = await (await browser.newContext()).newPage();
  await signIn(office, "aminata");
  await office.goto(proposal);
  await office.getByLabel(/^Retenir\s: Nom/).check();
  await office.getByRole("button", { name: "Accepter ce qui est retenu" }).click();
  await expect(office.getByText("La proposition est acceptée.")).toBeVisible();
  await office.context().close();

  await page.goto("/admin/propositions");
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("acceptée");
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Ouvrir la fiche" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Votre compte propose des changements", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Enregistrer", exact: true })).toHaveCount(0);
});
