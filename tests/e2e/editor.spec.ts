import { createDraft, draftName, publish, save, sayGround, unpublish } from "./draft";
import { accountOf, fillSignIn, signIn, STAFF } from "./staff";
import { expect, expectNoSidewaysScroll, fact, part, test } from "./story";

test("a wrong password gets a sentence, the right one gets in, and signing out closes the door", async ({ page }) => {
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/connexion\?suite=/);
  const { email } = accountOf("moussa");
  await fillSignIn(page, { email, password: "pas le bon mot de passe" });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("L’adresse ou le mot de passe n’est pas le bon.");
  await expect(page.getByLabel("Adresse électronique")).toHaveValue(email);
  await expect(page.getByLabel("Mot de passe")).toHaveValue("");
  await fillSignIn(page, accountOf("moussa"));
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
  await expect(page.getByText(`${STAFF.moussa.name} · Rédaction`)).toBeVisible();

  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1, name: "Connexion" })).toBeVisible();
});

test("an editor publishes an organisation, corrects it with a source, and takes it back", async ({ page, browser, request }, testInfo) => {
  await signIn(page, "aminata");
  const name = draftName(testInfo, "association de quartier");
  const slug = await createDraft(page, name);
  const reader = await (await browser.newContext()).newPage();
  expect((await reader.goto(`/organisations/${slug}`))?.status()).toBe(404);
  await publish(page);

  await test.step("the public sees it at once", async () => {
    await reader.goto(`/organisations?q=${encodeURIComponent(name)}`);
    await reader.getByRole("article").getByRole("link", { name }).click();
    await expect(reader.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(fact(part(reader, "Où elle intervient"), "Région").getByRole("link")).toHaveText(["Koulikoro"]);
  });

  await test.step("a refused form keeps what was typed and says where the fault is", async () => {
    await page.getByLabel("Zone 1").fill("Ségou");
    await page.getByLabel("Zone 2").fill("Atlantide");
    await page.getByLabel("Contact, comme il s’écrit").first().fill("12 34");
    await sayGround(page, "Vérifié par le consortium", "visite sur place");
    await save(page);
    const summary = page.getByRole("main").getByRole("alert");
    await expect(summary).toContainText("La fiche n’est pas enregistrée : 2 points sont à corriger");
    await expect(page.getByLabel("Zone 1")).toHaveValue("Ségou");
    await expect(page.getByLabel("Endroit dans la source")).toHaveValue("visite sur place");
    await summary.getByRole("link", { name: /^Zone 2/ }).click();
    await expect(page.getByLabel("Zone 2")).toBeFocused();
    await expect(page.getByLabel("Zone 2")).toHaveAccessibleDescription(/«\sAtlantide\s» n’est pas un lieu connu du répertoire/);
  });

  const secret = `ne pas publier ${slug}`;
  await test.step("corrected, it is saved, with a note that stays inside", async () => {
    await page.getByLabel("Zone 2").fill("");
    await page.getByLabel("Contact, comme il s’écrit").first().fill("20 79 47 97");
    await page.getByLabel("Contenu").fill(secret);
    await page.getByLabel("Note pour les collègues").fill("vue en réunion");
    await save(page);
    await expect(page.getByText("C’est enregistré.")).toBeVisible();
  });

  await test.step("the public reads the new value with its source", async () => {
    await reader.reload();
    const where = part(reader, "Où elle intervient");
    await expect(fact(where, "Région").getByRole("link")).toHaveText(["Ségou"]);
    await expect(where).toContainText("Vérifié par le consortium");
    await expect(where).toContainText("visite sur place");
    await expect(fact(part(reader, "Contacts"), "Téléphone").getByRole("link")).toHaveAttribute("href", "tel:+22320794797");
  });

  await test.step("the history says who, before and after, and not the restricted content", async () => {
    await page.getByRole("link", { name: "Historique des changements" }).click();
    const change = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Modification" }) });
    await expect(change).toContainText(STAFF.aminata.name);
    await expect(change).toContainText("vue en réunion");
    await expect(change.getByRole("row", { name: /^Zones d’intervention/ }).getByRole("cell")).toHaveText(["Koulikoro", "Ségou"]);
    await expect(page.getByRole("heading", { name: "Création" })).toBeVisible();
    await expect(page.getByText(secret)).toHaveCount(0);
  });

  await test.step("the restricted note leaves by no exit", async () => {
    const exits = [
      `/organisations/${slug}`,
      `/en/organisations/${slug}`,
      `/organisations?q=${encodeURIComponent(name)}`,
      `/api/v1/organisations/${slug}`,
      "/api/v1/organisations?pageSize=100&sort=updated",
      `/api/v1/organisations.csv?q=${encodeURIComponent(name)}`,
      `/api/v1/citations.csv?q=${encodeURIComponent(name)}`,
    ];
    for (const exit of exits) {
      const text = await (await request.get(exit)).text();
      expect(text, exit).toContain(slug);
      // The slug alone is public; with these words before it, it is the note.
      expect(text, exit).not.toContain("ne pas publier");
    }
    expect(await (await request.get(`/api/v1/organisations?q=${encodeURIComponent("publier visite")}`)).text()).not.toContain(slug);
  });

  await unpublish(page, slug);
  expect((await reader.goto(`/organisations/${slug}`))?.status()).toBe(404);
  expect((await request.get(`/api/v1/organisations/${slug}`)).status()).toBe(404);
  await reader.context().close();
});

test("two editors who save the same entry do not erase each other", { tag: "@html" }, async ({ page, browser }, testInfo) => {
  await signIn(page, "fanta");
  const slug = await createDraft(page, draftName(testInfo, "à deux"));
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "aminata");
  await other.goto(`/admin/organisations/${slug}`);

  await page.getByLabel("Sigle").fill("UN");
  await page.getByLabel("Nombre de membres").fill("10");
  await page.getByLabel("Zone 2").fill("Kita");
  await sayGround(page, "Déclaré par l’organisation", "courriel");
  await save(page);
  await expect(page.getByText("C’est enregistré.")).toBeVisible();

  await other.getByLabel("Sigle").fill("DEUX");
  await other.getByLabel("Nombre de membres").fill("20");
  await other.getByLabel("Année de création").fill("1999");
  await sayGround(other, "Déclaré par l’organisation", "courriel");
  await save(other);
  await expect(other.getByRole("main").getByRole("alert").first()).toContainText("Une autre personne a enregistré cette fiche pendant votre saisie");
  await test.step("what one alone changed is there, and of what both changed the second reads both and chooses", async () => {
    await expect(other.getByLabel("Zone 1")).toHaveValue(/^Kita/);
    await expect(other.getByLabel("Année de création")).toHaveValue("1999");
    const choice = (field: string) => other.getByRole("group", { name: new RegExp(`a aussi changé «\\s${field}\\s» : quelle valeur gardez-vous`) });
    await expect(choice("Sigle").getByRole("radio", { name: "La mienne : DEUX" })).toBeChecked();
    await choice("Nombre de membres")
      .getByRole("radio", { name: `Celle que ${STAFF.fanta.name} a enregistrée : 10` })
      .check();
    await expectNoSidewaysScroll(other);
  });
  await save(other);
  await expect(other.getByText("C’est enregistré.")).toBeVisible();
  for (const desk of [page, other]) {
    await desk.goto(`/admin/organisations/${slug}`);
    for (const [field, value] of [
      ["Sigle", "DEUX"],
      ["Nombre de membres", "10"],
      ["Année de création", "1999"],
      ["Zone 1", /^Kita/],
    ] as const)
      await expect(desk.getByLabel(field)).toHaveValue(value);
  }
  await other.context().close();
});

test("a mistaken change is undone from the history, but for what was changed since", async ({ page }, testInfo) => {
  await signIn(page, "fanta");
  const slug = await createDraft(page, draftName(testInfo, "annulée"));
  const change = async (fill: () => Promise<void>) => {
    await page.goto(`/admin/organisations/${slug}`);
    await fill();
    await sayGround(page, "Déclaré par l’organisation", "courriel");
    await save(page);
    await expect(page.getByText("C’est enregistré.")).toBeVisible();
  };
  await test.step("a zone is proposed while one types its name", async () => {
    await page.getByLabel("Zone 2").pressSequentially("yeli");
    await expect(page.locator("datalist option[value='Yélimané [yelimane]']")).toHaveCount(1);
  });
  await change(async () => {
    await page.getByLabel("Sigle").fill("FAUX");
    await page.getByLabel("Année de création").fill("1888");
  });
  await change(() => page.getByLabel("Année de création").fill("1988"));

  await page.getByRole("link", { name: "Historique des changements" }).click();
  const mistaken = page.getByRole("listitem").filter({ has: page.getByRole("row", { name: /FAUX/ }) });
  await mistaken.getByRole("button", { name: /^Annuler la modification de/ }).click();
  await expect(page.getByText("La modification est annulée, sauf pour les champs changés depuis")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Annulation" })).toBeVisible();
  await page.getByRole("link", { name: "Revenir à la fiche" }).click();
  await expect(page.getByLabel("Sigle")).toHaveValue("");
  await expect(page.getByLabel("Année de création")).toHaveValue("1988");
});

test("an editor saves from a section, comes back to it, and sees who says each value @html", async ({ page }, testInfo) => {
  await signIn(page, "aminata");
  await createDraft(page, draftName(testInfo, "par parties"));
  await expect(page.getByLabel(/^Fondement/)).toHaveValue("self_declared");
  const status = page.getByRole("region", { name: "Statut et moyens" });
  await status.getByLabel("Année de création").fill("1991");
  await status.getByRole("button", { name: "Enregistrer : Statut et moyens" }).click();
  await expect(status.getByRole("status")).toContainText("C’est enregistré.");
  await expect(status).toBeInViewport();
  await status.getByText("Qui le dit (1)").click();
  await expect(status.getByRole("listitem").filter({ hasText: "1991" })).toContainText("Correction du consortium");
});

test("an editor says where a document can be read, and readers see the link", async ({ page, browser }) => {
  const SOURCE = "/sources/oim-samuel-hall-mali-2018";
  await signIn(page, "aminata");
  await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Sources" }).click();
  await page.getByRole("link", { name: /retour/i }).click();
  const field = page.getByLabel("Adresse en ligne");
  const save = page.getByRole("button", { name: "Enregistrer", exact: true });
  await field.fill("http://sans-point");
  await save.click();
  await expect(page.getByText("Ce n’est pas une adresse de site")).toBeVisible();
  await expect(field).toHaveValue("http://sans-point");
  await field.fill("https://essai.example/etude.pdf");
  await save.click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await expect(part(page, "Historique")).toContainText(STAFF.aminata.name);

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(SOURCE);
  await expect(reader.getByRole("link", { name: "https://essai.example/etude.pdf" })).toBeVisible();
  await field.fill("");
  await save.click();
  await expect(async () => {
    await reader.goto(SOURCE);
    await expect(reader.getByText("Aucune adresse n’est connue")).toBeVisible({ timeout: 500 });
  }).toPass();
  await reader.context().close();
});
