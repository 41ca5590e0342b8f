import { randomBytes } from "node:crypto";
import { chromium, expect, type FullConfig, type Page } from "@playwright/test";
import { choosePassword, enterByLink, fillSignIn, keepAccounts, openAccount, STAFF, type Account, type StaffName } from "./staff";

const newPassword = () => randomBytes(15).toString("base64url");

/** Signs in with a password that works once, and replaces it. */
async function firstSignIn(page: Page, { email, password }: Account): Promise<Account> {
  await page.goto("/connexion");
  await fillSignIn(page, { email, password });
  await expect(page.getByText("Votre mot de passe ne sert qu’une fois.")).toBeVisible();
  const next = newPassword();
  await choosePassword(page, password, next);
  return { email, password: next };
}

/** Before the stories: the administration signs in for the first time and opens an account for each colleague. */
export default async function openAccounts(config: FullConfig): Promise<void> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env;
  if (!email || !password) throw new Error("ADMIN_EMAIL and ADMIN_PASSWORD are missing: npm test -- e2e passes them");
  const { baseURL, locale, launchOptions } = config.projects[0]!.use;
  const browser = await chromium.launch(launchOptions);
  const newPage = async () => {
    const page = await (await browser.newContext({ baseURL, locale })).newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  try {
    const office = await newPage();
    const accounts: Partial<Record<StaffName, Account>> = { admin: await firstSignIn(office, { email, password }) };
    const invited: { account: Account; link: string }[] = [];
    for (const name of Object.keys(STAFF) as StaffName[]) {
      if (name === "admin") continue;
      const account = { email: `${name}@essai.example`, password: newPassword() };
      invited.push({ account, link: await openAccount(office, { name: STAFF[name].name, role: STAFF[name].role, email: account.email }) });
      accounts[name] = account;
    }
    await Promise.all(invited.map(async ({ account, link }) => enterByLink(await newPage(), link, account.password)));
    keepAccounts(accounts as Record<StaffName, Account>);
  } finally {
    await browser.close();
  }
}
