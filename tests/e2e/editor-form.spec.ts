import { createDraft, draftName, publish, save, sayGround, unpublish } from "./draft";
import { signIn } from "./staff";
import { expect, fact, part, test } from "./story";

/** What the form of an entry keeps, shows beforehand and asks before it is left. */

test("who loses their connection while saving loses nothing that they typed", async ({ browser }, testInfo) => {
  // A page of its own: the browser complains of the request that fails on purpose.
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "fanta");
  await createDraft(page, draftName(testInfo, "association sans réseau"));
  await page.getByLabel("Zone 1").fill("Kita");
  await page.getByLabel("Note pour les collègues").fill("tapée dans le car");
  await sayGround(page, "Vérifié par le consortium", "visite sur place");
  await page.route("**/admin/organisations/**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await save(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Ce que vous avez saisi est toujours là.");
  await expect(page.getByLabel("Zone 1")).toHaveValue("Kita");
  await expect(page.getByLabel("Note pour les collègues")).toHaveValue("tapée dans le car");
  await expect(page.getByLabel("Endroit dans la source")).toHaveValue("visite sur place");
  await page.unrouteAll();
  await save(page);
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await expect(page.getByLabel("Zone 1")).toHaveValue(/^Kita/);
});

test("an entry is read as the public would read it before it is published, and edited from its page afterwards", async ({ page, browser }, testInfo) => {
  await signIn(page, "aminata");
  const name = draftName(testInfo, "association en préparation");
  const slug = await createDraft(page, name);
  const stranger = await (await browser.newContext()).newPage();

  await test.step("the preview shows the profile, to staff alone", async () => {
    await page.getByRole("link", { name: "Aperçu" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText("Aperçu : voici la fiche telle que le public la lirait. Il ne la voit pas.")).toBeVisible();
    await expect(fact(part(page, "Où elle intervient"), "Région").getByRole("link")).toHaveText(["Koulikoro"]);
    await stranger.goto(page.url());
    await expect(stranger).toHaveURL(/\/connexion\?suite=/);
    await page.getByRole("link", { name: "Revenir au formulaire" }).click();
  });

  await publish(page);
  await test.step("its public page leads staff to the form, and nobody else", async () => {
    for (const path of [`/organisations/${slug}`, `/en/organisations/${slug}`]) {
      // In turn, so that what one is given could reach the other.
      for (let round = 0; round < 2; round++) {
        await stranger.goto(path);
        await expect(stranger.getByRole("heading", { level: 1, name })).toBeVisible();
        await expect(stranger.locator("a[href*='/admin']")).toHaveCount(0);
        const answer = await page.goto(path);
        expect(answer?.headers()["cache-control"]).toBe("private, no-store");
        await expect(page.locator("a[href*='/admin/organisations/']")).toHaveCount(1);
      }
    }
    await page.getByRole("link", { name: "Edit this profile" }).click();
    await expect(page).toHaveURL(`/en/admin/organisations/${slug}`);
  });
  await unpublish(page, slug);
  await stranger.context().close();
});

test("what was saved before is no longer said above what is refused now", async ({ page }, testInfo) => {
  await signIn(page, "fanta");
  await createDraft(page, draftName(testInfo, "fondée demain"));
  const change = async (year: string) => {
    await page.getByLabel("Année de création").fill(year);
    await sayGround(page, "Déclaré par l’organisation", "courriel");
    await save(page);
  };
  await change("1999");
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await change(String(new Date().getUTCFullYear() + 1));
  await expect(page.getByRole("main").getByRole("alert")).toContainText(`Cette année n’a pas commencé : ${new Date().getUTCFullYear()} au plus.`);
  await expect(page.getByText("C’est enregistré.")).toHaveCount(0);
});

test("who leaves a changed form is asked first, by whichever way, and who saves is not", async ({ page }, testInfo) => {
  const asked: string[] = [];
  let answer: "stay" | "leave" = "stay";
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return answer === "stay" ? dialog.dismiss() : dialog.accept();
  });
  await signIn(page, "moussa");
  await createDraft(page, draftName(testInfo, "texte en cours"));
  const acronym = page.getByLabel("Sigle");

  await test.step("nothing is asked of who changed nothing, or took it back", async () => {
    await acronym.pressSequentially("ABC");
    await acronym.fill("");
    await page.getByRole("link", { name: "Historique des changements" }).click();
    await page.getByRole("link", { name: "Revenir à la fiche" }).click();
    expect(asked).toEqual([]);
  });

  await test.step("a link, the browser's back and another form of the page are held back", async () => {
    await acronym.pressSequentially("ABC");
    await page.getByRole("link", { name: "Historique des changements" }).click({ noWaitAfter: true });
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    await page.evaluate(() => history.back());
    await expect.poll(() => asked).toEqual(["beforeunload", "beforeunload"]);
    await page.getByRole("button", { name: "Publier" }).click();
    await expect.poll(() => asked).toEqual(["beforeunload", "beforeunload", "confirm"]);
    await expect(acronym).toHaveValue("ABC");
    await expect(page.getByText("Non publiée")).toBeVisible();
  });

  await test.step("what is saved can be left, and what is typed after it not, by the browser's back either", async () => {
    await sayGround(page, "Déclaré par l’organisation", "courriel");
    await save(page);
    await expect(page.getByText("C’est enregistré.")).toBeVisible();
    expect(asked).toHaveLength(3);
    await acronym.press("End");
    await acronym.pressSequentially("D");
    await page.evaluate(() => history.back());
    await expect.poll(() => asked.length).toBe(4);
    await expect(acronym).toHaveValue("ABCD");
    answer = "leave";
    await page.evaluate(() => history.back());
    await expect(page.getByLabel("Sigle")).toHaveCount(0);
  });
});
