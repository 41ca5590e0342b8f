import { createDraft, draftName, publish, unpublish } from "./draft";
import { signIn } from "./staff";
import { expect, test } from "./story";

test(
  "two entries of one organisation are merged, the old address leads to the other, and the merge is undone",
  { tag: "@html" },
  async ({ page }, testInfo) => {
    await signIn(page, "fanta");
    const [stays, goes] = [draftName(testInfo, "celle qui reste"), draftName(testInfo, "l’autre graphie")];
    const survivor = await createDraft(page, stays);
    await publish(page);
    const merged = await createDraft(page, goes);
    await publish(page);

    await page.goto(`/admin/organisations/${survivor}`);
    await page.getByRole("link", { name: /les fusionner$/ }).click();
    await page.getByLabel("L’autre fiche").fill(goes);
    await page.getByRole("button", { name: "Comparer" }).click();
    await expect(page.getByRole("radio", { name: stays })).toBeChecked();
    await page.getByLabel("Pourquoi est-ce la même ?").fill("Le même bureau");
    await page.getByRole("button", { name: "Fusionner les deux fiches" }).click();
    await expect(page.getByText("Les deux fiches n’en font plus qu’une")).toBeVisible();

    await page.goto(`/organisations/${merged}`);
    await expect(page).toHaveURL(`/organisations/${survivor}`);
    await expect(page.getByRole("heading", { level: 1, name: stays })).toBeVisible();
    await expect(page.getByText(goes).first()).toBeVisible();

    await page.goto(`/admin/organisations/${merged}/historique`);
    await page
      .getByRole("button", { name: /^Annuler/ })
      .first()
      .click();
    await expect(page.getByText("La modification est annulée.")).toBeVisible();
    await page.goto(`/organisations/${merged}`);
    await expect(page.getByRole("heading", { level: 1, name: goes })).toBeVisible();
    for (const slug of [survivor, merged]) await unpublish(page, slug);
  },
);
