import type { Locator, Page } from "@playwright/test";
import { expect } from "./story";

/** A view that no other story changes. */
export const VIEW = "typology=return_migrant_association";
export const SIMPLE = "Revenir à la carte simple";

export const mapOf = (page: Page) => page.getByRole("region", { name: /^(Carte interactive|Interactive map)/ });
export const marksOf = (map: Locator) => map.getByRole("group", { name: /^(Lieux|Places)/ }).getByRole("button");
export const cardOf = (map: Locator) => map.getByRole("dialog");

/** Opens the interactive map, by its button or by an address that asks for it, and waits for its numbers. */
export async function openMap(page: Page, address = "/carte"): Promise<Locator> {
  await page.goto(address);
  if (!address.includes("#map")) await page.getByRole("button", { name: "Ouvrir la carte interactive" }).click();
  const map = mapOf(page);
  await expect(marksOf(map).first()).toBeVisible();
  return map;
}
