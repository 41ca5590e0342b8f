import { expect, type Page, type TestInfo } from "@playwright/test";

/** A name that no other story and no other run has. */
export function draftName(testInfo: TestInfo, subject: string): string {
  return `Essai – ${subject} ${testInfo.project.name} ${Date.now().toString(36)}`;
}

/** Says on what ground the values of the form are given. */
export async function sayGround(page: Page, ground: string, place: string): Promise<void> {
  await page.getByLabel(/^Fondement/).selectOption({ label: ground });
  await page.getByLabel("Endroit dans la source").fill(place);
}

export const save = (page: Page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click();

/**
 * Creates an unpublished organisation and stays on its form.
 * @returns its slug
 */
export async function createDraft(page: Page, name: string): Promise<string> {
  if (new URL(page.url()).pathname !== "/admin") await page.goto("/admin");
  await page.getByRole("link", { name: "Nouvelle organisation" }).click();
  await page.getByLabel(/^Nom \(/).fill(name);
  await page.getByLabel("Zone 1").fill("Koulikoro");
  await sayGround(page, "Déclaré par l’organisation", "entretien téléphonique");
  await save(page);
  await expect(page.getByText("L’organisation est créée. Elle n’est pas encore publiée.")).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** Publishes the organisation whose form is open. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(page.getByText("La fiche est publiée.")).toBeVisible();
}

/** Takes back the organisation of this form, so that other stories count without it. */
export async function unpublish(page: Page, slug: string): Promise<void> {
  await page.goto(`/admin/organisations/${slug}`);
  await page.getByRole("button", { name: "Retirer de la publication" }).click();
  await expect(page.getByText("La fiche n’est plus publiée.")).toBeVisible();
}
