import { readFile } from "node:fs/promises";
import { signIn } from "./staff";
import { expect, test } from "./story";
import { draftName } from "./draft";

test("an editor adds a receipt as a source, with its scan, and downloads it again", { tag: "@html" }, async ({ page }, testInfo) => {
  const title = draftName(testInfo, "récépissé");
  const scan = Buffer.from(`%PDF-1.7\n% ${title}\n`);
  await signIn(page, "fanta");
  await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Sources" }).click();
  await page.getByRole("link", { name: "Ajouter une source" }).click();
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Date").fill("mars 2019");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Il faut une année, un mois ou un jour")).toBeVisible();
  await expect(page.getByLabel("Titre")).toHaveValue(title);

  await page.getByLabel("Date").fill("2019-03");
  await page.getByLabel("Ce que c’est").selectOption({ label: "Récépissé ou acte" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

  await page.getByLabel("Fichier", { exact: true }).setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") });
  await page.getByRole("button", { name: "Ajouter le fichier" }).click();
  await expect(page.getByText("Ce fichier n’est ni un PDF")).toBeVisible();
  await page.getByLabel("Fichier", { exact: true }).setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: scan });
  await page.getByRole("button", { name: "Ajouter le fichier" }).click();
  await expect(page.getByText("Le fichier est ajouté.")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "scan.pdf" }).click();
  expect(await readFile(await (await download).path())).toEqual(scan);

  await page.getByRole("button", { name: "Supprimer scan.pdf" }).click();
  await expect(page.getByText("Le fichier est supprimé pour de bon.")).toBeVisible();
  await expect(page.getByRole("link", { name: "scan.pdf" })).toHaveCount(0);
});
