import { readRoute } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { addSourceFile, fileForStaff, filesForStaff, removeSourceFile } from "@/data/editing/source-files";
import { changesOfSource, findEditableSource, saveSource } from "@/data/editing/source-save";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import { publicFile } from "@/data/source/files";
import type { Actor } from "@/domain/actor";
import { LARGEST_FILE_BYTES } from "@/domain/source-file";
import type { SourceTyped } from "@/domain/source-input";
import { loadCartography } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";

const RECEIPT = { title: "Récépissé d’essai Zibaldone", kind: "receipt", language: "fr", publishedOn: "2019-03", note_fr: "Remarque d’essai" };
let editor: Actor;

beforeAll(async () => {
  await loadCartography();
  editor = await makeActor("editor");
}, 120_000);

async function make(typed: SourceTyped = RECEIPT): Promise<string> {
  const made = await saveSource(editor, null, typed, {});
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.slug;
}
async function cite(source: string, visibility = "public"): Promise<string> {
  const saved = await saveOrganisation(editor, null, organisationInput({ visibility }, { provenance: { source, place: "" } }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.slug;
}
const readersKnow = async (slug: string) => {
  const places = { list: "/fr/sources", sitemap: "/sitemap.xml", filters: "/fr/organisations?source=atlantide" };
  const routes = { list: "/[locale]/sources", sitemap: "/sitemap.xml", filters: "/[locale]/organisations" } as const;
  const said = await Promise.all(
    Object.entries(places).map(async ([name, address]) => (await readRoute(routes[name as keyof typeof routes], address)).includes(slug)),
  );
  const page = (await readRoute("/[locale]/sources/[slug]", `/fr/sources/${slug}`)).includes("Zibaldone");
  return [...said, page];
};

describe("a source that staff add", () => {
  it("is cited with a value, and known to the public once something public cites it", async () => {
    const slug = await make();
    expect(slug).toBe("recepisse-d-essai-zibaldone");
    expect(await readersKnow(slug)).toEqual([false, false, false, false]);

    const entry = await cite(slug);
    expect(await readersKnow(slug)).toEqual([false, false, false, false]);
    await setPublished(editor, entry, true);
    expect(await readersKnow(slug)).toEqual([true, true, true, true]);
    expect(await readRoute("/api/v1/organisations/[slug]", `/api/v1/organisations/${entry}`)).toContain(`"source":"${slug}"`);

    await setPublished(editor, entry, false);
    expect(await readersKnow(slug)).toEqual([false, false, false, false]);
  });

  it("keeps its address when another has its title", async () => {
    await make({ ...RECEIPT, title: "Essai, deux fois" });
    expect(await make({ ...RECEIPT, title: "Essai, deux fois" })).toBe("essai-deux-fois-2");
  });

  it("tells every fault at once", async () => {
    const typed = { title: " ", kind: "atlantide", language: "français", publishedOn: "2019-02-30", url: "pas une adresse", note_fr: "x".repeat(2001) };
    expect(await saveSource(editor, null, typed, {})).toEqual({
      ok: false,
      reason: "invalid",
      problems: [
        { field: "title", reason: "required" },
        { field: "kind", reason: "required" },
        { field: "publishedOn", reason: "bad_day" },
        { field: "language", reason: "bad_language" },
        { field: "url", reason: "bad_address" },
        { field: "note_fr", reason: "too_long" },
      ],
    });
  });

  it("changes field by field: what somebody else said of another field stays, of the same one is told first", async () => {
    const slug = await make({ ...RECEIPT, title: "Essai à deux" });
    const opened = { ...RECEIPT, title: "Essai à deux" };
    await saveSource(editor, slug, { ...opened, author: "Essai, première" }, opened);
    expect(await saveSource(editor, slug, { ...opened, licence: "CC BY 4.0" }, opened)).toMatchObject({ ok: true, changed: true });
    expect((await findEditableSource(editor, slug))!.values).toMatchObject({ author: "Essai, première", licence: "CC BY 4.0", note_fr: "Remarque d’essai" });

    const second = { ...opened, author: "Essai, seconde" };
    const told = { ok: false, reason: "invalid", problems: [{ field: "author", reason: "changed", value: "Essai, première" }] };
    expect(await saveSource(editor, slug, second, opened)).toEqual(told);
    expect(await saveSource(editor, slug, second, { ...opened, author: "Essai, première" })).toMatchObject({ ok: true });
    expect((await changesOfSource(editor, slug))[0]!.items).toEqual([{ field: "author", before: "Essai, première", after: "Essai, seconde" }]);
  });

  it("that a file of the directory describes changes in its address alone", async () => {
    const before = (await findEditableSource(editor, "emdk-plaquette"))!;
    await saveSource(editor, "emdk-plaquette", { title: "Essai", url: "https://example.org/essai.pdf" }, {});
    expect((await findEditableSource(editor, "emdk-plaquette"))!.values).toEqual({ ...before.values, url: "https://example.org/essai.pdf" });
  });
});

describe("a file that proves a source", () => {
  const pdf = (bytes = 100) => new Uint8Array([...Buffer.from("%PDF-1.7\n"), ...new Uint8Array(bytes)]);
  const add = (slug: string, name: string, bytes: Uint8Array<ArrayBuffer>, visibility: "public" | "consortium" = "consortium") =>
    addSourceFile(editor, slug, { name, bytes, visibility });
  const download = (slug: string, id: number) => readRoute("/[locale]/sources/[slug]/fichiers/[id]", `/fr/sources/${slug}/fichiers/${id}`);

  it("is for staff, or for everybody once something public cites its source", async () => {
    const slug = await make({ ...RECEIPT, title: "Essai Zibaldone, fichiers" });
    await add(slug, 'C:\\scans\\réçu "1".exe', pdf());
    await add(slug, "affiche.pdf", pdf(), "public");
    const [own, open] = await filesForStaff(editor, slug);
    expect([own, open]).toMatchObject([
      { name: "réçu 1.pdf", type: "application/pdf", visibility: "consortium" },
      { name: "affiche.pdf", visibility: "public" },
    ]);
    expect(await publicFile(slug, open!.id)).toBeNull();
    expect((await fileForStaff(editor, slug, own!.id))!.bytes).toEqual(pdf());

    await setPublished(editor, await cite(slug), true);
    expect((await publicFile(slug, open!.id))!.bytes).toEqual(pdf());
    expect(await download(slug, open!.id)).toContain("%PDF-1.7");
    expect(await download(slug, own!.id)).toBe("");
    const page = await readRoute("/[locale]/sources/[slug]", `/fr/sources/${slug}`);
    expect([page.includes("affiche.pdf"), page.includes("réçu")]).toEqual([true, false]);
    // An id of one source opens nothing under the address of another.
    expect(await download("emdk-plaquette", open!.id)).toBe("");

    expect(await removeSourceFile(editor, slug, open!.id)).toEqual({ ok: true });
    expect(await download(slug, open!.id)).toBe("");
    expect(JSON.stringify(await changesOfSource(editor, slug))).not.toContain("affiche");
  });

  it("is a PDF, a JPEG or a PNG by its content, not empty and of 10 MB at most", async () => {
    const slug = await make({ ...RECEIPT, title: "Essai, refus" });
    expect(await add(slug, "page.pdf", new Uint8Array(Buffer.from("<html><script>"))).then((one) => one.ok || one.reason)).toBe("wrong_type");
    expect(await add(slug, "vide.pdf", new Uint8Array())).toEqual({ ok: false, reason: "empty" });
    expect(await add(slug, "grand.pdf", pdf(LARGEST_FILE_BYTES))).toEqual({ ok: false, reason: "too_large" });
    expect(await add("inconnue", "a.pdf", pdf())).toEqual({ ok: false, reason: "gone" });
    expect(await database().sourceFile.count({ where: { source: { slug } } })).toBe(0);
  });
});
