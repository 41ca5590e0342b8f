import { createDraft, draftName } from "./draft";
import { signIn } from "./staff";
import { expect, expectNoSidewaysScroll, test } from "./story";

test("an editor publishes all the entries that a filter finds, sees one, and takes all back", { tag: "@html" }, async ({ page }, testInfo) => {
  await signIn(page, "fanta");
  const common = draftName(testInfo, "par lot");
  const slugs: string[] = [];
  for (const own of ["section 1", "section 2"]) slugs.push(await createDraft(page, `${common} ${own}`));

  await page.goto("/admin");
  await page.getByLabel("Chercher un nom, un mot, un téléphone…").fill(common);
  await page.getByRole("button", { name: "Chercher", exact: true }).click();
  await page.getByRole("button", { name: "Agir sur les 2 fiches trouvées" }).click();
  await expect(page.getByText("2 fiches choisies")).toBeVisible();
  await page.getByRole("button", { name: "Voir ce qui changera" }).click();
  await expect(page.getByText("Il manque quelque chose")).toBeVisible();
  await page.getByLabel("Action").selectOption({ label: "Publier" });
  await page.getByRole("button", { name: "Voir ce qui changera" }).click();
  await expect(page.getByText("2 fiches changeront")).toBeVisible();
  for (const slug of slugs) expect((await page.request.get(`/organisations/${slug}`)).status()).toBe(404);
  await expectNoSidewaysScroll(page);

  await page.getByRole("button", { name: "Confirmer pour 2 fiches" }).click();
  await expect(page.getByText("2 fiches sont changées.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  const result = page.url();
  await page.goto(`/organisations/${slugs[0]}`);
  await expect(page.getByRole("heading", { level: 1, name: `${common} section 1` })).toBeVisible();

  await page.goto(result);
  await page.getByRole("button", { name: "Annuler pour toutes ces fiches" }).click();
  await expect(page.getByText("C’est annulé.")).toBeVisible();
  for (const slug of slugs) expect((await page.request.get(`/organisations/${slug}`)).status()).toBe(404);
});
