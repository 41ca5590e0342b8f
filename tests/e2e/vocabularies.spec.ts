import { expectAccessible } from "./accessibility";
import { createDraft, draftName, publish, save, sayGround, unpublish } from "./draft";
import { signIn } from "./staff";
import { expect, test } from "./story";

test(
  "an administrator adds a theme, an entry says it, readers find by it, and it is merged into another and back",
  { tag: "@html" },
  async ({ page, javaScriptEnabled }, testInfo) => {
    await signIn(page, "admin");
    const [theme, name] = [draftName(testInfo, "thème"), draftName(testInfo, "du nouveau thème")];
    await page.goto("/admin/vocabulaires");
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel("Libellé français").fill(theme);
    await page.getByRole("button", { name: "Ajouter le terme" }).click();
    await expect(page.getByText("Rien n’est enregistré.")).toBeVisible();
    await expect(page.getByLabel("Libellé français")).toHaveValue(theme);
    await page.getByLabel("Vocabulaire").selectOption({ label: "Thèmes" });
    await page.getByLabel("Libellé anglais").fill(`${theme} (en)`);
    await page.getByRole("button", { name: "Ajouter le terme" }).click();
    await expect(page.getByText("Le terme est ajouté.")).toBeVisible();
    const code = await page.getByRole("row").filter({ hasText: theme }).locator("code").innerText();

    const slug = await createDraft(page, name);
    await publish(page);
    await page.goto(`/admin/organisations/${slug}`);
    await page.getByLabel(theme, { exact: true }).check();
    await sayGround(page, "Vérifié par le consortium", "visite");
    await save(page);
    await expect(page.getByText(/C’est enregistré/)).toBeVisible();
    await page.goto(`/organisations/${slug}`);
    await page.getByRole("link", { name: theme, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`theme=${code}`));
    await expect(page.getByRole("link", { name }).first()).toBeVisible();

    await page.goto(`/admin/vocabulaires?terme=theme:${code}`);
    await page.getByLabel("Terme qui reste").selectOption({ label: "Droit et protection des femmes" });
    await page.getByRole("button", { name: "Fusionner" }).click();
    await expect(page.getByText("Les deux termes sont fusionnés.")).toBeVisible();
    await page.goto(`/organisations?theme=${code}&q=${encodeURIComponent(name)}`);
    await expect(page.getByText("Droit et protection des femmes").first()).toBeVisible();
    await page.goto(`/admin/vocabulaires?terme=theme:${code}`);
    await page.getByRole("button", { name: "Défaire la fusion" }).click();
    await expect(page.getByText("La fusion est défaite.")).toBeVisible();
    await page.goto(`/organisations/${slug}`);
    await expect(page.getByRole("link", { name: theme, exact: true })).toBeVisible();
    await unpublish(page, slug);
  },
);

test(
  "an administrator corrects the name of a place, merges it into another and back, and removes one too many",
  { tag: "@html" },
  async ({ page }, testInfo) => {
    await signIn(page, "admin");
    const part = page.locator("#lieux");
    const add = async (name: string) => {
      await page.goto("/admin/vocabulaires");
      await part.getByLabel("Nom").fill(name);
      await part.getByLabel("Niveau").selectOption({ label: "Localité" });
      await part.getByLabel("Se trouve dans").selectOption("kayes-cercle");
      await part.getByLabel("Source").selectOption("emdk-plaquette");
      await part.getByRole("button", { name: "Ajouter le lieu" }).click();
      await expect(page.getByText("Le lieu est ajouté.")).toBeVisible();
    };
    const open = (name: string) => part.getByRole("link", { name: `Modifier « ${name} »` }).click();
    const [wrong, right] = [draftName(testInfo, "lieu mal écrit"), draftName(testInfo, "lieu bien écrit")];
    const name = draftName(testInfo, "du nouveau lieu");
    await add(wrong);
    const slug = await createDraft(page, name);
    await publish(page);
    await page.goto(`/admin/organisations/${slug}`);
    await page.getByLabel("Zone 2").fill(wrong);
    await sayGround(page, "Vérifié par le consortium", "visite");
    await save(page);
    await expect(page.getByText(/C’est enregistré/)).toBeVisible();

    await page.goto("/admin/vocabulaires");
    await open(wrong);
    await page.getByLabel("Nom").fill("");
    await page.getByRole("button", { name: "Enregistrer le nom" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Rien n’est enregistré.");
    await page.getByLabel("Nom").fill(right);
    await page.getByRole("button", { name: "Enregistrer le nom" }).click();
    await expect(page.getByText("Le nom est enregistré.")).toBeVisible();
    await expect(page.getByText("Un lieu que des fiches nomment ne peut pas être retiré")).toBeVisible();
    const place = new URL(page.url()).searchParams.get("lieu")!;
    await page.goto(`/organisations?q=${encodeURIComponent(wrong)}`);
    await expect(page.getByRole("link", { name }).first()).toBeVisible();

    await page.goto(`/admin/vocabulaires?lieu=${place}`);
    await page.getByLabel("Lieu qui reste").selectOption("koulikoro");
    await page.getByRole("button", { name: "Fusionner" }).click();
    await expect(page.getByText("Les deux lieux sont fusionnés.")).toBeVisible();
    await page.goto(`/zones/${place}`);
    await expect(page.getByRole("heading", { level: 1, name: "Koulikoro" })).toBeVisible();
    await page.goto(`/admin/vocabulaires?lieu=${place}`);
    await page.getByRole("button", { name: "Défaire la fusion" }).click();
    await expect(page.getByText("La fusion est défaite.")).toBeVisible();
    await page.goto(`/zones/${place}`);
    await expect(page.getByRole("heading", { level: 1, name: right })).toBeVisible();
    await unpublish(page, slug);

    const spare = draftName(testInfo, "lieu de trop");
    await add(spare);
    await open(spare);
    await page.getByRole("button", { name: "Retirer" }).click();
    await expect(page.getByText("Le lieu est retiré.")).toBeVisible();
    await expect(part.getByText(spare)).toHaveCount(0);
  },
);
