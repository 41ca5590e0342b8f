import { createDraft, draftName } from "./draft";
import { signIn } from "./staff";
import { expect, expectNoSidewaysScroll, test } from "./story";

test("an editor brings a file, sees what it would change, decides, writes it, and undoes it", { tag: "@html" }, async ({ page, request }, testInfo) => {
  await signIn(page, "fanta");
  const [known, fresh] = [draftName(testInfo, "connue du répertoire"), draftName(testInfo, "apportée par un fichier")];
  const slug = await createDraft(page, known);
  // A file with the same columns as one before would be read as that one was.
  const column = `Inscrits ${testInfo.project.name}`;
  const lines = [
    `Nom;Zones;${column};Slug`,
    `${fresh};Kayes;34;`,
    `${known};Koulikoro;15;${slug}`,
    `${known.toUpperCase()};Gao;;`,
    `Essai – ailleurs ${Date.now()};Atlantide;beaucoup;`,
  ];

  await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Importer" }).click();
  await page.getByLabel("Fichier", { exact: true }).setInputFiles({ name: "essai.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await test.step("a column whose name says nothing is mapped, and nothing is done before all is said", async () => {
    await page.getByLabel(`Ce qu’elle contient: ${column}`).selectOption({ label: "Nombre de membres" });
    await page.getByLabel("Source", { exact: true }).selectOption({ label: "Correction du consortium" });
    await page.getByLabel("Les nouvelles fiches").selectOption({ label: "sont publiées tout de suite" });
    await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
    await expect(page.getByText("Remplissez « Fondement ».")).toBeVisible();
    await expect(page.getByLabel(`Ce qu’elle contient: ${column}`)).toHaveValue("member_count");
    await page.getByLabel(/^Fondement/).selectOption({ label: "Déclaré par l’organisation" });
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
  });

  await test.step("the preview says what becomes of each row, and asks about the one that resembles an entry", async () => {
    await expect(page.getByRole("heading", { name: "Ce que deviendraient les 4 lignes" })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Rejetées (1)" }).click();
    await expect(page.getByRole("row", { name: /Atlantide/ })).toContainText("ce lieu n’est pas connu");
    await page.getByRole("link", { name: "Fiches modifiées (1)" }).click();
    await expect(page.getByRole("row", { name: known })).toContainText("15");
    await page.getByRole("link", { name: "Doublons probables (1)" }).click();
    await expect(page.getByRole("link", { name: known, exact: true })).toBeVisible();
    await page.getByLabel("C’est (Ligne 4)").selectOption({ label: "à laisser de côté" });
    await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
    await expect(page.getByText("Vos choix sont enregistrés.")).toBeVisible();
  });

  const found = async () => (await (await request.get(`/api/v1/organisations?q=${encodeURIComponent(fresh)}`)).json()).items;
  expect(await found()).toEqual([]);
  await page.getByRole("button", { name: "Écrire ces 2 fiches" }).click();
  await expect(page.getByText("Le fichier est écrit")).toBeVisible();
  const file = page.url();
  const [{ slug: freshSlug }] = await found();
  await page.goto(`/organisations/${freshSlug}`);
  await expect(page.getByRole("heading", { level: 1, name: fresh })).toBeVisible();
  await page.goto(`/admin/organisations/${slug}`);
  await expect(page.getByLabel("Nombre de membres")).toHaveValue("15");

  await page.goto(file);
  await page.getByRole("button", { name: "Annuler tout l’import" }).click();
  await expect(page.getByText("L’import est annulé")).toBeVisible();
  expect((await page.goto(`/organisations/${freshSlug}`))?.status()).toBe(404);
  await page.goto(`/admin/organisations/${slug}`);
  await expect(page.getByLabel("Nombre de membres")).toHaveValue("");
});
