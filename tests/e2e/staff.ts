import { expect, type Cookie, type Page } from "@playwright/test";

/** The people of the stories. Each story of staff has its own, so that no story ends another's session. */
export const STAFF = {
  admin: { name: "Administration", role: "Administration" },
  aminata: { name: "Aminata Essai", role: "Rédaction" },
  moussa: { name: "Moussa Essai", role: "Rédaction" },
  fanta: { name: "Fanta Essai", role: "Rédaction" },
  salif: { name: "Salif Essai", role: "Rédaction" },
  coumba: { name: "Coumba Essai", role: "Contribution" },
  rokia: { name: "Rokia Essai", role: "Lecture" },
} as const;
export type StaffName = keyof typeof STAFF;

export type Account = { email: string; password: string };

/** How the accounts made before the stories reach the workers: in their environment, never in a file. */
const VARIABLE = "STORY_ACCOUNTS";

export function keepAccounts(accounts: Record<StaffName, Account>): void {
  process.env[VARIABLE] = JSON.stringify(accounts);
}

export function accountOf(name: StaffName): Account {
  const kept = process.env[VARIABLE];
  if (!kept) throw new Error("The accounts of the stories are made by global-setup.ts");
  return (JSON.parse(kept) as Record<StaffName, Account>)[name];
}

/** Fills and sends the form of the sign-in page that is open. */
export async function fillSignIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

/** Signs in with the password, as someone at another device, and arrives at the list of entries. */
export async function signInAnew(page: Page, name: StaffName): Promise<void> {
  await page.goto("/connexion");
  await fillSignIn(page, accountOf(name));
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
}

/** The sessions that the stories of this worker share: none of them ends one. */
const sessions = new Map<StaffName, Cookie[]>();

/** Gives the pages of a browser the session of a person, who signs in once for all. */
export async function enterAs(page: Page, name: StaffName): Promise<void> {
  const session = sessions.get(name);
  if (session) return page.context().addCookies(session);
  await signInAnew(page, name);
  sessions.set(name, await page.context().cookies());
}

/** Arrives at the list of entries, signed in. */
export async function signIn(page: Page, name: StaffName): Promise<void> {
  await enterAs(page, name);
  if (new URL(page.url()).pathname !== "/admin") await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
}

/** Replaces a one-time password on the page that asks for it. */
export async function choosePassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel("Mot de passe actuel").fill(current);
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(next);
  await page.getByLabel("Le nouveau mot de passe, encore une fois").fill(next);
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page.getByText("Votre mot de passe est changé.")).toBeVisible();
}

type NewAccount = { name: string; email: string; role: string; zones?: string };

/** Opens an account as the administration does, and returns the link shown once. */
export async function openAccount(page: Page, { name, email, role, zones = "" }: NewAccount): Promise<string> {
  await page.goto("/admin/comptes");
  await page.getByLabel("Nom").fill(name);
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Rôle", { exact: true }).selectOption({ label: role });
  await page.getByLabel(/^Limiter la rédaction/).fill(zones);
  await page.getByRole("button", { name: "Ouvrir le compte", exact: true }).click();
  const answer = page.getByRole("status").filter({ hasText: email });
  await expect(answer).toContainText("Le compte est ouvert");
  return new URL(await answer.locator("code").innerText()).pathname;
}

/** Chooses a password by the link of an invitation. */
export async function enterByLink(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Votre mot de passe").fill(password);
  await page.getByLabel("Encore une fois").fill(password);
  await page.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
  await expect(page.getByText("Votre mot de passe est enregistré. Connectez-vous.")).toBeVisible();
}
